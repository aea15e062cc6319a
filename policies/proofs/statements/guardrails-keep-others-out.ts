import type { AccessCase } from '../access/access-case.ts';
import { opened, widened } from '../access/widened.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import { both, doing, inVendorAccount, isDeployment, isRoleOf, not, showing } from '../authoring/select.ts';
import { serviceFacts } from '../aws/service-facts.ts';
import type { WorldCaller } from '../cases/callers.ts';
import { fact, is, isPresent } from '../cases/fact.ts';
import type { Resource } from '../world/world.ts';

const isReached = ({ type }: Resource): boolean => serviceFacts[type]?.resourceControl === true;
const isService = ({ role }: WorldCaller): boolean => role === 'service';

export const statement: ProofStatement = {
  id: 'guardrails-keep-others-out',
  part: 'access',
  title:
    'Whatever the policy of a bucket, a key or a role says, guardrails let nobody of another account in, no service that acts for another account, nobody by a presigned URL, and nothing without TLS',
  property: 'never',
  controls: ['LPO-NET-02'],
  assert: ({ world, cases }) => {
    const own = inVendorAccount(world);
    const isPerson = ({ role }: WorldCaller): boolean => role !== 'service' && role !== 'provider';
    const others = both(isPerson, not(own));
    // Copies of a lost vault come back under this account's vault key, whose policy names the role too.
    const copiesBack = isRoleOf(world, ['copyBack'], 'any');
    const forOthers = showing(
      isPresent('aws:SourceAccount'),
      fact('StringNotEquals', 'aws:SourceAccount', world.account),
    );
    const withoutTls = showing(is('aws:SecureTransport', 'false'));
    const everybody = (access: AccessCase): AccessCase => opened(access.identity ? widened(access) : access);
    return [
      ...world.resources
        .filter((resource) => resource.account === world.account && isReached(resource))
        .flatMap((resource) => [
          {
            subject: `${resource.label}: others`,
            claim: {
              region: [],
              cases: cases
                .onResource(
                  resource,
                  resource.type === 'AWS::KMS::Key' ? both(others, not(copiesBack)) : others,
                )
                .map(everybody),
            },
          },
          {
            subject: `${resource.label}: services for others`,
            claim: {
              region: [forOthers],
              cases: cases.onResource(resource, isService).map(opened),
            },
          },
          {
            subject: `${resource.label}: without TLS`,
            claim: {
              region: [withoutTls],
              cases: cases.onResource(resource, (caller) => own(caller) || isService(caller)).map(everybody),
            },
          },
          ...(serviceFacts[resource.type]?.service === 's3'
            ? [
                {
                  subject: `${resource.label}: with TLS older than 1.2`,
                  claim: {
                    region: [showing(fact('NumericLessThan', 's3:TlsVersion', '1.2'))],
                    cases: cases.onResource(resource, own).map(everybody),
                  },
                },
                {
                  subject: `${resource.label}: by a presigned URL or form`,
                  claim: {
                    region: [showing(fact('StringEquals', 's3:authType', 'POST', 'REST-QUERY-STRING'))],
                    cases: cases.onResource(resource, both(isPerson, not(isDeployment))).map(everybody),
                  },
                },
              ]
            : []),
        ]),
      ...world.principals
        .filter(({ account }) => account === world.account)
        .flatMap((role) => [
          {
            subject: `${role.label}: somebody outside the organization takes it`,
            claim: {
              region: [doing('sts:AssumeRole', 'sts:AssumeRoleWithWebIdentity')],
              // The kill switch and its people come from the organization, and people sign in: trust policies decide.
              cases: cases
                .onRole(role, ({ role: who }) => who === 'anonymous' || who === 'outside')
                .map(everybody),
            },
          },
          {
            subject: `${role.label}: a service takes it for others`,
            claim: {
              region: [doing('sts:AssumeRole'), forOthers],
              cases: cases.onRole(role, isService).map(opened),
            },
          },
          {
            subject: `${role.label}: taken without TLS`,
            claim: {
              region: [doing('sts:AssumeRole*'), withoutTls],
              cases: cases.onRole(role, (caller) => own(caller) || isService(caller)).map(everybody),
            },
          },
        ]),
    ];
  },
};
