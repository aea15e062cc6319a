import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { roleTrusting } from '../../../authoring/fixtures/role.ts';
import { purposeOfRole } from '../../../reading/role-purposes.ts';
import type { Principal } from '../../../template/policy/statement.ts';

const lambda = { Principal: { Service: 'lambda.amazonaws.com' } };
const people = {
  Action: 'sts:AssumeRoleWithSAML',
  Principal: { Federated: 'arn:aws:iam::200000000001:saml-provider/firm-idp-access' },
};
const account = { Principal: { AWS: 'arn:aws:iam::100000000002:root' } };
const named = (RoleName: unknown, trust: object) => roleTrusting(trust, { RoleName });

/** Each further role is somebody who may do something, so the list is closed and kept here, with reasons. */
export const check = resourceCheck({
  control: 'LPO-IDN-02',
  name: 'role-has-a-listed-purpose',
  expected:
    'a role is named after a purpose of the closed list, and opens to what that purpose asks for; one without a name opens to Lambda alone',
  fix: 'remove the role; or decide that somebody needs it, and give the judge its row in policies/reading/role-purposes.ts with the reason',
  types: ['AWS::IAM::Role'],
  judge(resource): Deviation[] {
    // CloudFormation names what the CDK's own custom resources run as.
    const isNamed = resource.get('RoleName') !== undefined;
    const purpose = isNamed ? purposeOfRole(resource.text('RoleName') ?? '') : undefined;
    if (isNamed && !purpose) return [{ property: 'RoleName', got: resource.show('RoleName') }];
    const opensTo = purpose?.opensTo ?? 'lambda.amazonaws.com';
    return resource
      .statements('AssumeRolePolicyDocument')
      .filter(({ effect }) => effect === 'Allow')
      .flatMap(({ path, name, principals, notPrincipals }) =>
        [...principals.filter((principal) => !isOf(opensTo, principal)), ...notPrincipals].map(
          ({ kind, value }) => ({ property: path, got: `${name}: ${kind} ${value}, not ${opensTo}` }),
        ),
      );
  },
  good: {
    'a reviewer': named('lpo-meridian-m-7f3a9c-reviewer', people),
    'backup of privileged work': named('lpo-meridian-m-7f3a9c-privileged-backup', {
      Principal: { Service: 'backup.amazonaws.com' },
    }),
    'a function': named('lpo-meridian-sweep', lambda),
    'break-glass': named('lpo-break-glass', account),
    'a custom resource of the CDK': roleTrusting(lambda),
  },
  bad: {
    'an observer': named('lpo-meridian-observer', people),
    'an observer of one matter': named('lpo-meridian-m-7f3a9c-observer', people),
    'a reviewer of privileged work': named('lpo-meridian-m-7f3a9c-privileged-reviewer', people),
    'one of the organization': named('lpo-overseer', account),
    'a name of no grammar': named('Administrator', account),
    'a name known at deployment': named({ Ref: 'Name' }, people),
    'an auditor that Lambda can be': named('lpo-meridian-auditor', lambda),
    'a function that people can be': named('lpo-meridian-sweep', people),
    'a backup that another service can be': named('lpo-meridian-m-7f3a9c-backup', lambda),
    'a person without a name': roleTrusting(people),
    everybody: named('lpo-meridian-containment', { Principal: '*' }),
  },
});

const isOf = (opensTo: string, { kind, value }: Principal): boolean =>
  opensTo === 'identity-provider'
    ? kind === 'Federated'
    : opensTo === 'account'
      ? kind === 'AWS' && value !== '*'
      : kind === 'Service' && value === opensTo;
