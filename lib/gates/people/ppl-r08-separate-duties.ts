import { policy } from '../rule.ts';
import { personRule } from './person-rule.ts';

/** Functions that check one another; nobody holds two of them on the same matter. */
const separate = ['reviewer', 'qcLead', 'releaseApprover', 'secondApprover', 'matterAdministrator'] as const;

export const separateDuties = personRule({
  id: 'PPL-R08',
  title: 'Nobody checks their own work',
  severity: 'high',
  waivable: false,
  source: policy('requester and approver differ, LPO-DAT-06; NIST SP 800-53 AC-5'),
  checkPosting: ({ asOf }, { person, assignment, matter, atAssignment }) => {
    const held = person.assignments.filter((other) => other.matter === matter.id && other.until >= asOf);
    const clash = held.find(
      (other) =>
        other.function !== assignment.function &&
        separate.some((fn) => fn === other.function) &&
        separate.some((fn) => fn === assignment.function),
    );
    if (!clash || held.indexOf(clash) > held.indexOf(assignment)) return [];
    return [
      {
        path: atAssignment('function'),
        got: `${person.id}: ${assignment.function} and ${clash.function} on ${matter.id}`,
        expected: 'one of the two',
        fix: 'assign somebody else to one of them',
      },
    ];
  },
});
