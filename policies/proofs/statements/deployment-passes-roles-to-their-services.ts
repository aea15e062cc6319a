import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, showing } from '../authoring/select.ts';
import { fact } from '../cases/fact.ts';
import { servicesGivenRoles } from '../deployment/services-given-roles.ts';

/** A role that is passed to another service works for whoever commands that service. */
export const statement: ProofStatement = {
  id: 'deployment-passes-roles-to-their-services',
  part: 'access',
  title: 'The deployment gives roles to the services that its templates give them to, and to no other',
  property: 'never',
  controls: ['LPO-IDN-02'],
  assert: ({ world, cases }) =>
    cases.deployers
      .filter(({ caller }) => world.deployers.some(({ arn }) => arn === caller.arn))
      .map((deployer) => ({
        subject: `${deployer.caller.label}: iam:PassRole`,
        claim: {
          region: [
            doing('iam:PassRole'),
            showing(
              fact(
                'StringNotEquals',
                'iam:PassedToService',
                ...servicesGivenRoles(world, deployer.caller.account ?? ''),
              ),
            ),
          ],
          cases: [cases.ofAnything(deployer)],
        },
        space: `deployment of ${deployer.caller.account}`,
      })),
};
