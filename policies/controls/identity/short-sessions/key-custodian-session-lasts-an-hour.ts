import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { allow } from '../../../authoring/fixtures/allow.ts';
import { keyUnder } from '../../../authoring/fixtures/key.ts';
import { role } from '../../../authoring/fixtures/role.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { reaches } from '../../../reading/key-actions.ts';
import { namedIn } from '../../../template/arn.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';
import { vendorName } from '../../../template/names.ts';
import type { ResourceView } from '../../../template/resource-view.ts';

const stack = (
  MaxSessionDuration: unknown,
  action: string,
  principal = vendorName('meridian', 'keyCustodian'),
): ExampleStacks => ({
  'meridian/Access': {
    Custodian: role({ RoleName: vendorName('meridian', 'keyCustodian'), MaxSessionDuration }),
  },
  'meridian/Matter': { Key: keyUnder(allow({ AWS: roleArn(principal) }, action)) },
});

/** Actions that end every document under a key at once. */
const ending = ['kms:DeleteImportedKeyMaterial', 'kms:DisableKey', 'kms:ScheduleKeyDeletion'];

export const check = assemblyCheck({
  control: 'LPO-IDN-03',
  name: 'key-custodian-session-lasts-an-hour',
  expected: 'a session of a role that a key policy lets disable or delete the key lasts at most one hour',
  fix: 'set MaxSessionDuration of the role to 3600, or leave it out',
  judge(view) {
    const named = custodians(view);
    const roles = view.ofType('AWS::IAM::Role').filter((role) => named.has(nameOf(role)));
    if (roles.length === 0) return 'not applicable';
    return roles
      .filter(({ resource }) => !withinAnHour(resource))
      .map(({ stack, resource }) => ({
        stack: stack.id,
        logicalId: resource.logicalId,
        property: 'MaxSessionDuration',
        got: resource.show('MaxSessionDuration'),
      }));
  },
  good: {
    'one hour': stack(3600, 'kms:ScheduleKeyDeletion'),
    'nothing said': stack(undefined, 'kms:Disable*'),
  },
  bad: {
    'three hours': stack(10800, 'kms:ScheduleKeyDeletion'),
    'three hours, by a wildcard': stack(10800, 'kms:*'),
    'decided at deployment': stack({ Ref: 'Seconds' }, 'kms:DisableKey'),
  },
});

/** Hours of a session that IAM takes when nothing is said. */
const withinAnHour = (role: ResourceView): boolean =>
  role.get('MaxSessionDuration') === undefined ||
  Number(role.text('MaxSessionDuration') ?? Number.NaN) <= 3600;

/** Accounts and names of the roles that key policies let end a key. */
function custodians(view: AssemblyView): ReadonlySet<string> {
  return new Set(
    view.ofType('AWS::KMS::Key').flatMap(({ stack, resource }) =>
      resource
        .statements('KeyPolicy')
        .filter((statement) => statement.effect === 'Allow' && reaches(statement, ending).length > 0)
        .flatMap(({ principals }) => principals.filter(({ kind }) => kind === 'AWS'))
        .map(({ value }) => {
          const role = namedIn(value, 'iam', 'role');
          return role === undefined
            ? `${stack.account} ${value}`
            : `${role.account} ${role.name.split('/').at(-1)}`;
        }),
    ),
  );
}

/** As `custodians` writes it: the name, or the reference where the role has none. */
const nameOf = ({ stack, resource }: Placed): string =>
  `${stack.account} ${resource.text('RoleName') ?? `\${${resource.logicalId}.Arn}`}`;
