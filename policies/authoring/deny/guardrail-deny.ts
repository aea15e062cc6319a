import { statementsOn } from '../../reading/organization-policies.ts';
import { type VendorInTemplates, vendorsOf } from '../../reading/vendors.ts';
import type { Statement } from '../../template/policy/statement.ts';
import { type AssemblyCheck, assemblyCheck, type CheckFacts, type ExampleStacks } from '../check.ts';
import { exampleAccount, exampleRegion } from '../fixtures/example.ts';
import { tags } from '../fixtures/tags.ts';
import { vpc } from '../fixtures/vpc.ts';
import { type RequiredDeny, undenied } from './required-deny.ts';

export interface GuardrailDeny extends CheckFacts {
  readonly type: 'SERVICE_CONTROL_POLICY' | 'RESOURCE_CONTROL_POLICY';
  /** Denies that must all be there. */
  readonly denies: (vendor: VendorInTemplates, statements: readonly Statement[]) => readonly RequiredDeny[];
  /** Statement lists that hold, and that do not; effect, resource and principal are filled in. */
  readonly good: Readonly<Record<string, readonly object[]>>;
  readonly bad: Readonly<Record<string, readonly object[]>>;
}

/** A check that each vendor's account stands under an organization policy with these denies. */
export function guardrailDeny(spec: GuardrailDeny): AssemblyCheck {
  const example = (statements: readonly object[], target = exampleAccount) =>
    guardrailExample(spec.type, statements, target);
  const [firstGood] = Object.values(spec.good);
  return assemblyCheck({
    control: spec.control,
    name: spec.name,
    expected: spec.expected,
    fix: spec.fix,
    judge(view) {
      const vendors = vendorsOf(view);
      if (vendors.length === 0) return 'not applicable';
      return vendors.flatMap((vendor) => {
        const statements = statementsOn(view, vendor.account, spec.type);
        const open = spec
          .denies(vendor, statements)
          .flatMap((deny) => undenied(deny, statements, onEverything));
        return open.length === 0
          ? []
          : [
              {
                stack: vendor.anchor.stack.id,
                property: `${spec.type} of ${vendor.account}`,
                got: `nothing denies ${[...new Set(open)].join(', ')} in the account of ${vendor.vendor}`,
              },
            ];
      });
    },
    good: Object.fromEntries(
      Object.entries(spec.good).map(([name, statements]) => [name, example(statements)]),
    ),
    bad: {
      'no policy': example([]),
      'on another account': example(firstGood ?? [], '999999999999'),
      ...Object.fromEntries(
        Object.entries(spec.bad).map(([name, statements]) => [name, example(statements)]),
      ),
    },
  });
}

const onEverything = ({
  resources,
  notResources,
}: {
  resources: readonly string[];
  notResources: readonly string[];
}) => notResources.length === 0 && resources.includes('*');

/** A workspace in the example account and one policy of the management account. */
export function guardrailExample(type: string, statements: readonly object[], target: string): ExampleStacks {
  const principal = type === 'RESOURCE_CONTROL_POLICY' ? { Principal: '*' } : {};
  return {
    'meridian/Network': {
      Vpc: vpc({ Tags: tags({ 'lpo:vendor': 'meridian' }) }),
    },
    'meridian/Guardrails': {
      account: '100000000001',
      region: exampleRegion,
      template: {
        Resources: {
          Policy: {
            Type: 'AWS::Organizations::Policy',
            Properties: {
              Type: type,
              TargetIds: [target],
              Content: {
                Version: '2012-10-17',
                Statement: statements.map((statement) => ({
                  Effect: 'Deny',
                  Resource: '*',
                  ...principal,
                  ...statement,
                })),
              },
            },
          },
        },
      },
    },
  };
}
