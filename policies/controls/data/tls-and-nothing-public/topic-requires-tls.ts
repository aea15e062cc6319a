import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { undenied } from '../../../authoring/deny/required-deny.ts';

const topic = (statement: object | undefined): ExampleStacks => ({
  'a/Alerts': {
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    ...(statement && {
      Policy: {
        Type: 'AWS::SNS::TopicPolicy',
        Properties: {
          Topics: [{ Ref: 'Topic' }],
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Deny',
                Principal: '*',
                Action: 'sns:Publish',
                Resource: { Ref: 'Topic' },
                ...statement,
              },
            ],
          },
        },
      },
    }),
  },
});
const withoutTls = { Condition: { Bool: { 'aws:SecureTransport': 'false' } } };

export const check = assemblyCheck({
  control: 'LPO-DAT-02',
  name: 'topic-requires-tls',
  expected: 'the policy of a topic denies everybody who publishes without TLS',
  fix: 'add a TopicPolicy that denies sns:Publish to * where Bool aws:SecureTransport is false',
  judge(view) {
    const policies = view.ofType('AWS::SNS::TopicPolicy');
    return view.ofType('AWS::SNS::Topic').flatMap(({ stack, resource }) => {
      const statements = policies
        .filter((policy) => policy.stack.id === stack.id)
        .filter(({ resource: { properties } }) =>
          JSON.stringify(properties.Topics ?? []).includes(`"${resource.logicalId}"`),
        )
        .flatMap((policy) => policy.resource.statements('PolicyDocument'));
      const open = undenied(
        {
          actions: ['sns:Publish'],
          trigger: [shape(['Bool', 'BoolIfExists'], 'aws:SecureTransport', only('false'))],
          exempting: [],
        },
        statements,
        ({ resources }) => resources.some((one) => one === '*' || one === `\${${resource.logicalId}}`),
      );
      return open.length === 0
        ? []
        : [
            {
              stack: stack.id,
              logicalId: resource.logicalId,
              property: 'TopicPolicy',
              got: 'nothing denies publishing without TLS',
            },
          ];
    });
  },
  good: { denied: topic(withoutTls) },
  bad: {
    'no policy': topic(undefined),
    'one principal': topic({ ...withoutTls, Principal: { AWS: 'x' } }),
    'the wrong way round': topic({ Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
    'another topic': topic({ ...withoutTls, Resource: 'arn:aws:sns:eu-west-2:1:other' }),
  },
});
