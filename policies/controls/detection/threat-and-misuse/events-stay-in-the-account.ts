import { asText } from '../../../../lib/model/as-text.ts';
import { type Deviation, resourceCheck } from '../../../authoring/check.ts';
import { readArn } from '../../../template/arn.ts';

const rule = (properties: object) => ({
  Type: 'AWS::Events::Rule',
  Properties: {
    ScheduleExpression: 'rate(1 day)',
    Targets: [{ Id: 'A', Arn: 'arn:aws:sns:eu-west-2:200000000001:alerts' }],
    ...properties,
  },
});
const permission = (properties: object) => ({
  Type: 'AWS::Lambda::Permission',
  Properties: {
    Action: 'lambda:InvokeFunction',
    FunctionName: 'f',
    Principal: 'events.amazonaws.com',
    SourceArn: 'arn:aws:events:eu-west-2:200000000001:rule/nightly',
    ...properties,
  },
});

/** An event carries what happened in a workspace; a target elsewhere, or a caller from elsewhere, is a way out. */
export const check = resourceCheck({
  control: 'LPO-DET-02',
  name: 'events-stay-in-the-account',
  expected:
    'event rules reach targets of their own account, and functions are invoked by AWS services for it',
  fix: 'name a target of this account; give the permission a service as principal and a source of this account',
  types: ['AWS::Events::Rule', 'AWS::Lambda::Permission'],
  judge(resource): Deviation[] {
    const own = (path: string): boolean => {
      const value = resource.get(path);
      // GetAtt and Ref name a resource of the same template, so of the same account; nothing else is believed.
      if (typeof value === 'object' && value !== null)
        return ['Fn::GetAtt', 'Ref'].includes(Object.keys(value)[0] ?? '');
      const { account } = resource.place;
      return account !== undefined && readArn(asText(value))?.account === account;
    };
    if (resource.type === 'AWS::Events::Rule')
      return resource
        .list('Targets')
        .map((_, index) => `Targets.${index}.Arn`)
        .filter((path) => !own(path))
        .map((property) => ({ property, got: resource.show(property) }));
    const principal = resource.text('Principal');
    const service =
      principal !== undefined && /^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazonaws\.com(\.cn)?$/.test(principal);
    return [
      ...(service ? [] : ['Principal']),
      ...(own('SourceArn') ? [] : ['SourceArn']),
      ...(resource.get('FunctionUrlAuthType') !== undefined ? ['FunctionUrlAuthType'] : []),
    ].map((property) => ({ property, got: resource.show(property) }));
  },
  good: { 'a topic of the account': rule({}), 'a rule of the account': permission({}) },
  bad: {
    'a bus of another account': rule({
      Targets: [{ Id: 'A', Arn: 'arn:aws:events:eu-west-2:999999999999:event-bus/default' }],
    }),
    'another account invokes': permission({ Principal: '999999999999' }),
    'everybody invokes': permission({ Principal: '*' }),
    'a service for anybody': permission({ SourceArn: undefined }),
    'a rule of another account': permission({ SourceArn: 'arn:aws:events:eu-west-2:999999999999:rule/x' }),
    'a function URL': permission({ FunctionUrlAuthType: 'NONE' }),
  },
});
