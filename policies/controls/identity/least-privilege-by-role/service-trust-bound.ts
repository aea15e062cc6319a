import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { roleTrusting } from '../../../authoring/fixtures/role.ts';
import { readArn } from '../../../template/arn.ts';

const assumedBy = (Service: string, Condition?: object) =>
  roleTrusting({ Principal: { Service }, Condition });
const own = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };

/** These take a role only from who may pass it in the same account, and document no such condition. */
const unbound = /^(backup|lambda)\.amazonaws\.com$/;

/** A service that acts for many accounts must act here for this one (the confused deputy). */
export const check = resourceCheck({
  control: 'LPO-IDN-02',
  name: 'service-trust-bound',
  expected:
    'a role that an AWS service assumes asks for aws:SourceAccount or aws:SourceArn of its own account',
  fix: 'condition the trust with StringEquals aws:SourceAccount, or ArnLike aws:SourceArn naming the account',
  types: ['AWS::IAM::Role'],
  judge(resource): Deviation[] | 'not applicable' {
    const { account } = resource.place;
    const trusting = resource
      .statements('AssumeRolePolicyDocument')
      .filter(
        ({ effect, principals }) =>
          effect === 'Allow' &&
          principals.some(({ kind, value }) => kind === 'Service' && !unbound.test(value)),
      );
    if (trusting.length === 0) return 'not applicable';
    const mine = (value: string) =>
      value === `\${AWS::AccountId}` || (account !== undefined && value === account);
    return trusting
      .filter(
        ({ conditions }) =>
          !conditions.some(({ operator, key, values }) => {
            if (values.length === 0) return false;
            if (key === 'aws:sourceaccount') return operator === 'StringEquals' && values.every(mine);
            return (
              key === 'aws:sourcearn' &&
              /^(ArnEquals|ArnLike|StringEquals)$/.test(operator) &&
              values.every((value) => mine(readArn(value)?.account ?? '') || /^\$\{/.test(value))
            );
          }),
      )
      .map(({ path, name }) => ({ property: path, got: `${name} trusts the service for any account` }));
  },
  good: {
    'its own account': assumedBy('states.amazonaws.com', own),
    'its own trail': assumedBy('cloudtrail.amazonaws.com', {
      ArnLike: { 'aws:SourceArn': { 'Fn::Sub': `arn:aws:cloudtrail:eu-west-2:\${AWS::AccountId}:trail/x` } },
    }),
  },
  bad: {
    unbound: assumedBy('states.amazonaws.com'),
    'any account': assumedBy('states.amazonaws.com', { StringLike: { 'aws:SourceAccount': '*' } }),
    'another account': assumedBy('states.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': '999999999999' },
    }),
  },
});
