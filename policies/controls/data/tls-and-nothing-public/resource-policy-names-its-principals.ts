import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { resourcePolicies } from '../../../reading/resource-policies.ts';
import type { Condition, Statement } from '../../../template/policy/statement.ts';

const policy = (statement: object) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: 'b',
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*', ...statement }] },
  },
});
const trail = { Service: 'cloudtrail.amazonaws.com' };

/** "Everyone" is never the answer; a service acts for anybody unless the policy says for whom. */
export const check = resourceCheck({
  control: 'LPO-DAT-02',
  name: 'resource-policy-names-its-principals',
  expected:
    'an Allow names its principals; a service principal is bound to an account, an organization or an ARN (aws:SourceAccount, aws:SourceOrgID, aws:SourceArn)',
  fix: 'replace the wildcard by role ARNs; add aws:SourceAccount and aws:SourceArn to statements for services',
  types: Object.keys(resourcePolicies),
  judge(resource) {
    const path = resourcePolicies[resource.type] as string;
    if (resource.get(path) === undefined) return 'not applicable';
    return resource
      .statements(path)
      .flatMap((statement) => (statement.effect === 'Allow' ? faults(statement) : []));
  },
  good: {
    'a role': policy({ Principal: { AWS: 'arn:aws:iam::200000000001:role/x' } }),
    'a service for one account': policy({
      Principal: trail,
      Condition: { StringEquals: { 'aws:SourceAccount': '200000000001' } },
    }),
    'a Deny for everyone': policy({ Effect: 'Deny', Principal: '*' }),
  },
  bad: {
    everyone: policy({ Principal: '*' }),
    'everyone, written long': policy({ Principal: { AWS: '*' } }),
    'everyone of a pattern': policy({
      Principal: '*',
      Condition: { StringLike: { 'aws:PrincipalOrgID': '*' } },
    }),
    'a whole account': policy({ Principal: { AWS: 'arn:aws:iam::200000000001:root' } }),
    'all but one': policy({ NotPrincipal: { AWS: 'x' } }),
    'a service for anybody': policy({ Principal: trail }),
    'a service for all but some actions': policy({
      Principal: trail,
      Action: undefined,
      NotAction: 's3:DeleteObject',
    }),
    'a service if it says for whom': policy({
      Principal: trail,
      Condition: { StringEqualsIfExists: { 'aws:SourceAccount': '200000000001' } },
    }),
    'a service for any account': policy({
      Principal: trail,
      Condition: { StringLike: { 'aws:SourceAccount': '*' } },
    }),
  },
});

function faults(statement: Statement): Deviation[] {
  const at = (found: string): Deviation => ({
    property: statement.path,
    got: `${statement.name}: ${found}`,
  });
  if (statement.notPrincipals.length > 0) return [at('NotPrincipal in an Allow')];
  const { conditions } = statement;
  return statement.principals.flatMap(({ kind, value }) => {
    if (value.includes('*') && !conditions.some(namesCaller)) return [at(`principal ${value}`)];
    if (
      kind === 'AWS' &&
      /(:root|^\d{12})$/.test(value) &&
      !conditions.some(namesCaller) &&
      !onlySettings(statement)
    )
      return [at(`every principal of ${value}`)];
    if (kind === 'Service' && !isTrust(statement) && !conditions.some(namesSource))
      return [at(`${value} may act for any account`)];
    return [];
  });
}

/** Reading settings, which the account may; and trust policies, which another control looks at. */
const onlySettings = ({ actions }: Statement): boolean =>
  actions.length > 0 &&
  actions.every((action) => /^(kms:(Describe|Get|List)[A-Za-z]+|sts:AssumeRole)$/.test(action));

/** The trust of a role is another control's: there some services send no source. */
const isTrust = ({ actions }: Statement): boolean =>
  actions.length > 0 && actions.every((action) => action.startsWith('sts:'));

const namesCaller = ({ operator, key, values }: Condition): boolean =>
  /^(StringEquals|ArnEquals|ArnLike)$/.test(operator) &&
  /^aws:(principalarn|principalaccount|principalorgid|sourcevpce|sourcevpc)$/.test(key) &&
  values.every((value) => !/^\*?$/.test(value) && !/role\/\*?$/.test(value));

const namesSource = ({ operator, key, values }: Condition): boolean =>
  /^(StringEquals|StringLike|ArnEquals|ArnLike)$/.test(operator) &&
  /^(aws:source(account|orgid|arn)|kms:encryptioncontext:.+)$/.test(key) &&
  values.every(
    (value) =>
      /\d{12}|\$\{|^o-|^arn:[^:]+:s3:::[a-z0-9-]{4,}/.test(value) ||
      (key.startsWith('kms:') && value.length > 1),
  );
