import { opened, widened } from '../access/widened.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, inVendorAccount, showing } from '../authoring/select.ts';
import { serviceFacts } from '../aws/service-facts.ts';
import type { WorldCaller } from '../cases/callers.ts';
import { fact, is, isPresent } from '../cases/fact.ts';
import type { Resource } from '../world/world.ts';

const isReached = ({ type }: Resource): boolean => serviceFacts[type]?.resourceControl === true;
const isOther = ({ role }: WorldCaller): boolean => ['anonymous', 'organization', 'outside'].includes(role);
const isService = ({ role }: WorldCaller): boolean => role === 'service';

export const statement: ProofStatement = {
  id: 'guardrails-keep-others-out',
  part: 'access',
  title:
    'Whatever the policy of a bucket, a key or a role says, guardrails let nobody of another account in, no service that acts for another account, and nothing without TLS',
  property: 'never',
  controls: ['LPO-NET-02'],
  assert: ({ world, cases }) => [
    ...world.resources
      .filter((resource) => resource.account === world.account && isReached(resource))
      .flatMap((resource) => [
        {
          subject: `${resource.label}: others`,
          claim: { region: [], cases: cases.onResource(resource, isOther).map(opened) },
        },
        {
          subject: `${resource.label}: services for others`,
          claim: {
            region: [
              showing(
                isPresent('aws:SourceAccount'),
                fact('StringNotEquals', 'aws:SourceAccount', world.account),
              ),
            ],
            cases: cases.onResource(resource, isService).map(opened),
          },
        },
        {
          subject: `${resource.label}: without TLS`,
          claim: {
            region: [showing(is('aws:SecureTransport', 'false'))],
            cases: cases.onResource(resource, inVendorAccount(world)).map(widened).map(opened),
          },
        },
        ...(serviceFacts[resource.type]?.service === 's3'
          ? [
              {
                subject: `${resource.label}: with TLS older than 1.2`,
                claim: {
                  region: [showing(fact('NumericLessThan', 's3:TlsVersion', '1.2'))],
                  cases: cases.onResource(resource, inVendorAccount(world)).map(widened).map(opened),
                },
              },
            ]
          : []),
      ]),
    ...world.principals
      .filter(({ account }) => account === world.account)
      .map((role) => ({
        subject: `${role.label}: somebody outside the organization takes it`,
        claim: {
          region: [doing('sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity')],
          // The kill switch and its people come from the organization, and people sign in: trust policies decide.
          cases: cases
            .onRole(role, (caller) => isOther(caller) && caller.role !== 'organization')
            .map(opened),
        },
      })),
  ],
};
