import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { roleTrusting } from '../../../authoring/fixtures/role.ts';
import { sendsSource } from '../../../reading/service-trust.ts';
import { readArn } from '../../../template/arn.ts';
import type { Condition } from '../../../template/policy/statement.ts';

const assumedBy = (Service: string, Condition?: object) =>
  roleTrusting({ Principal: { Service }, Condition });
const own = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };

/**
 * A service that acts for many accounts must act here for this one (the confused deputy), as far as it says for
 * whom it acts; a condition on what it does not say shuts it out.
 */
export const check = resourceCheck({
  control: 'LPO-IDN-02',
  name: 'service-trust-bound',
  expected:
    'a role that an AWS service assumes asks for aws:SourceAccount or aws:SourceArn of its own account where the service documents them, and for neither where it does not',
  fix: 'condition the trust with StringEquals aws:SourceAccount, or ArnLike aws:SourceArn naming the account; leave both out for a service that documents neither (policies/reading/service-trust.ts)',
  types: ['AWS::IAM::Role'],
  judge(resource): Deviation[] | 'not applicable' {
    const trusting = resource
      .statements('AssumeRolePolicyDocument')
      .filter(({ effect, principals }) => effect === 'Allow' && principals.some(isService));
    if (trusting.length === 0) return 'not applicable';
    return trusting.flatMap((statement) => {
      const services = statement.principals.filter(isService).map(({ value }) => value);
      const at = (got: string): Deviation => ({ property: statement.path, got: `${statement.name} ${got}` });
      const silent = services.find((service) => !sendsSource(service));
      const asked = statement.conditions.find(asksForSource);
      return [
        ...(silent !== undefined && asked !== undefined
          ? [at(`asks ${silent} for ${asked.key}, which it does not document`)]
          : []),
        ...(services.some(sendsSource) && !statement.conditions.some(isBound(resource.place.account))
          ? [at('trusts the service for any account')]
          : []),
      ];
    });
  },
  good: {
    'its own account': assumedBy('states.amazonaws.com', own),
    'its own flow log': assumedBy('vpc-flow-logs.amazonaws.com', {
      ArnLike: { 'aws:SourceArn': { 'Fn::Sub': `arn:aws:ec2:eu-west-2:\${AWS::AccountId}:vpc-flow-log/*` } },
    }),
    'a service that sends no source': assumedBy('cloudtrail.amazonaws.com'),
    'a role for nobody': assumedBy('lambda.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': '000000000000' },
    }),
  },
  bad: {
    unbound: assumedBy('states.amazonaws.com'),
    'a service nobody has looked up': assumedBy('new.amazonaws.com'),
    'a source CloudTrail does not send': assumedBy('cloudtrail.amazonaws.com', own),
    'a source Lambda does not document': assumedBy('lambda.amazonaws.com', own),
    'any account': assumedBy('states.amazonaws.com', { StringLike: { 'aws:SourceAccount': '*' } }),
    'another account': assumedBy('states.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': '999999999999' },
    }),
  },
});

const isService = ({ kind }: { readonly kind: string }): boolean => kind === 'Service';

/** No account has this number: a role that asks for it is for nobody. */
const nobody = '000000000000';

const asksForSource = ({ key, values }: Condition): boolean =>
  /^aws:source(account|arn|orgid|orgpaths)$/.test(key) && !values.every((value) => value === nobody);

function isBound(account: string | undefined): (condition: Condition) => boolean {
  const mine = (value: string) =>
    value === `\${AWS::AccountId}` || (account !== undefined && value === account);
  return ({ operator, key, values }) => {
    if (values.length === 0) return false;
    if (key === 'aws:sourceaccount') return operator === 'StringEquals' && values.every(mine);
    return (
      key === 'aws:sourcearn' &&
      /^(ArnEquals|ArnLike|StringEquals)$/.test(operator) &&
      values.every((value) => mine(readArn(value)?.account ?? '') || /^\$\{/.test(value))
    );
  };
}
