import { addDays } from '../../model/days.ts';
import { type Finding, inputFinding } from '../../model/finding.ts';
import { type Engagement, endingMatters } from './engagement.ts';

/**
 * Why this engagement must not end yet: holds and open incidents first, then retention and return.
 *
 * A hold or incident without a matter concerns all of them.
 */
export function blockers(engagement: Engagement): Finding[] {
  const { register, today } = engagement;
  const ending = endingMatters(engagement);
  const concerns = (matter: string | undefined) =>
    matter === undefined || ending.some(({ id }) => id === matter);
  const holds = register.holds
    .filter(({ matter, released }) => concerns(matter) && !(released && released <= today))
    .map(({ id, matter, since }) =>
      blocker('OFF-HOLD', matter ?? engagement.vendor, `legal hold ${id} since ${since}`, 'no hold', {
        fix: 'wait until the records officer releases it',
      }),
    );
  const incidents = register.incidents
    .filter(({ matter, closed }) => concerns(matter) && !(closed && closed <= today))
    .map(({ id, matter, opened }) =>
      blocker(
        'OFF-INCIDENT',
        matter ?? engagement.vendor,
        `incident ${id} open since ${opened}`,
        'none open',
        {
          fix: 'close the incident first: its evidence may be in the data',
        },
      ),
    );
  return [...holds, ...incidents, ...ending.flatMap((matter) => matterBlockers(engagement, matter))];
}

function matterBlockers(
  { register, today }: Engagement,
  { id, retentionDays }: { id: string; retentionDays: number },
): Finding[] {
  const end = register.ended.find(({ matter }) => matter === id);
  if (!end || end.closed > today)
    return [
      blocker(
        'OFF-OPEN',
        id,
        end ? `a matter that closes on ${end.closed}` : 'a matter that has not ended',
        'an ended matter',
        {
          fix: 'enter the day it closed under `ended` in the register',
        },
      ),
    ];
  const problems: Finding[] = [];
  const keptUntil = addDays(end.closed, retentionDays);
  if (today < keptUntil)
    problems.push(
      blocker('OFF-RETENTION', id, `kept until ${keptUntil}`, `a retention that ended by ${today}`, {
        fix: `come back after ${retentionDays} days from ${end.closed}`,
      }),
    );
  if ((end.returned === undefined) === (end.nothingToReturn === undefined))
    problems.push(
      blocker('OFF-RETURN', id, 'no receipt of the return', 'either `returned` or `nothingToReturn`', {
        fix: 'return the documents through the release gateway and enter its receipt in the register',
      }),
    );
  return problems;
}

export const blocker = (
  code: string,
  file: string,
  got: string,
  expected: string,
  { fix }: { fix: string },
): Finding => inputFinding({ code, where: { name: file }, got, expected, fix });
