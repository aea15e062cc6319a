import { type AssemblyCheck, assemblyCheck, type CheckFacts, type ExampleStacks } from '../check.ts';
import { type RequiredDeny, undenied } from './required-deny.ts';

export interface VaultDeny extends CheckFacts {
  readonly denies: readonly RequiredDeny[];
  /** Statement lists that hold, and that do not. */
  readonly good: Readonly<Record<string, readonly object[]>>;
  readonly bad: Readonly<Record<string, readonly object[]>>;
}

/** A check that every backup vault has an access policy with a Deny that cannot be got around. */
export function vaultDeny(spec: VaultDeny): AssemblyCheck {
  return assemblyCheck({
    control: spec.control,
    name: spec.name,
    expected: spec.expected,
    fix: spec.fix,
    judge(view) {
      const vaults = view.ofType('AWS::Backup::BackupVault');
      if (vaults.length === 0) return 'not applicable';
      return vaults.flatMap(({ stack, resource }) => {
        const statements = resource.statements('AccessPolicy');
        const open = spec.denies.flatMap((deny) =>
          undenied(deny, statements, ({ resources }) => resources.includes('*')),
        );
        return open.length === 0
          ? []
          : [
              {
                stack: stack.id,
                logicalId: resource.logicalId,
                property: 'AccessPolicy',
                got: `nothing denies ${[...new Set(open)].join(', ')}`,
              },
            ];
      });
    },
    good: examples(spec.good),
    bad: { 'no policy': examples({ none: [] }).none as ExampleStacks, ...examples(spec.bad) },
  });
}

const examples = (lists: Readonly<Record<string, readonly object[]>>): Record<string, ExampleStacks> =>
  Object.fromEntries(
    Object.entries(lists).map(([name, statements]) => [
      name,
      {
        'meridian/Backup': {
          Vault: {
            Type: 'AWS::Backup::BackupVault',
            Properties: {
              AccessPolicy: {
                Statement: statements.map((statement) => ({
                  Effect: 'Deny',
                  Principal: '*',
                  Resource: '*',
                  ...statement,
                })),
              },
            },
          },
        },
      },
    ]),
  );
