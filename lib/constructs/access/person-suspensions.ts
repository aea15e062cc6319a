import { Effect, ManagedPolicy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { suspendedPersonPolicyName } from '../../model/names.ts';

export interface PersonSuspensionsProps {
  /** Slug of the vendor, 3 to 16 characters, lower case: it stands in every physical name. */
  readonly vendor: string;
  /** Ids of the people. */
  readonly people: readonly string[];
}

/**
 * For everyone on the roster, a policy that denies that person everything. The kill switch attaches it to the
 * roles the person could have: sessions of that person end, those of others on the same roles go on.
 *
 * A session is a person's by its name, which the identity provider sets and nobody can choose:
 * `aws:userid` is `<role id>:<session name>`, where the name is the id, alone or in front of an @.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
 */
export class PersonSuspensions extends Construct {
  constructor(scope: Construct, id: string, { vendor, people }: PersonSuspensionsProps) {
    super(scope, id);
    for (const person of [...people].sort())
      new ManagedPolicy(this, person, {
        managedPolicyName: suspendedPersonPolicyName(vendor, person),
        description: 'Denies one person everything; attached to roles by the kill switch',
        statements: [
          new PolicyStatement({
            effect: Effect.DENY,
            actions: ['*'],
            resources: ['*'],
            conditions: { StringLike: { 'aws:userid': [`*:${person}`, `*:${person}@*`] } },
          }),
        ],
      });
  }
}
