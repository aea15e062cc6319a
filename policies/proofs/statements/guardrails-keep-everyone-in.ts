import type { AccessCase } from '../access/access-case.ts';
import { opened, widened } from '../access/widened.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, inVendorAccount, showing } from '../authoring/select.ts';
import { serviceFacts } from '../aws/service-facts.ts';
import { fact } from '../cases/fact.ts';

/**
 * Actions of services whose resources can let another account in. Copies between vaults are
 * `data-has-no-way-out-in-region`; a trail lets in only AWS services.
 */
const reaching = [
  // An event bus of another account takes events, and rules and targets for them.
  'events:Put*',
  ...[...new Set(Object.values(serviceFacts).map(({ service }) => service))]
    .filter((service) => !['backup', 'cloudtrail'].includes(service))
    .map((service) => `${service}:*`),
];

export const statement: ProofStatement = {
  id: 'guardrails-keep-everyone-in',
  part: 'access',
  title:
    'Whatever policies somebody in the vendor account has, guardrails keep them from buckets, keys, roles and functions of any other account, but for the keys and roles that these templates make there',
  property: 'never',
  controls: ['LPO-NET-02'],
  assert: ({ world, cases }) => {
    const { account, accounts, principals } = world;
    const roles = principals.filter((role) => role.account !== account).map(({ arn }) => arn);
    return [
      {
        subject: 'other accounts',
        claim: {
          region: [doing(...reaching), showing(fact('StringNotEquals', 'aws:ResourceAccount', account))],
          cases: cases.onAnything(inVendorAccount(world)).map(elsewhere),
          except: [
            // It tells who the caller is and touches nothing.
            doing('sts:GetCallerIdentity'),
            {
              actions: { negated: false, patterns: ['sts:AssumeRole'] },
              resources: { negated: false, patterns: roles },
              conditions: [],
            },
            {
              actions: { negated: false, patterns: ['kms:*'] },
              conditions: [fact('StringEquals', 'aws:ResourceAccount', ...accounts)],
            },
          ],
        },
        space: 'guardrails',
      },
    ];
  },
};

const elsewhere = (access: AccessCase): AccessCase => ({
  ...opened(widened(access)),
  resourceAccount: 'a foreign account',
});
