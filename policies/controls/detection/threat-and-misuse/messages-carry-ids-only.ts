import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type ExampleStacks, type PlacedDeviation } from '../../../authoring/check.ts';
import { readArn } from '../../../template/arn.ts';
import { isObject } from '../../../template/template-shape.ts';

const rule = (target: object): ExampleStacks => ({
  'a/Detection': {
    account: '200000000001',
    template: {
      Resources: {
        Function: { Type: 'AWS::Lambda::Function', Properties: {} },
        Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
        Rule: {
          Type: 'AWS::Events::Rule',
          Properties: {
            EventPattern: { source: ['aws.kms'] },
            Targets: [{ Id: 'A', Arn: 'arn:aws:sns:eu-west-2:200000000001:alerts', ...target }],
          },
        },
      },
    },
  },
});
const transformed = (InputPathsMap: object) => ({
  InputTransformer: { InputPathsMap, InputTemplate: '"Something happened at <time>, event <event>."' },
});

/** Fields of an event that say where to look and name no person. */
const harmless = new Set(['$.id', '$.time', '$.account', '$.region', '$.detail-type', '$.source']);

/** Functions and logs of the account may see the whole event; everything else mails it on. */
const insideServices = ['lambda', 'states', 'logs'];
const insideTypes = ['AWS::Lambda::Function', 'AWS::Logs::LogGroup', 'AWS::StepFunctions::StateMachine'];

/** A topic mails what it gets; object keys, matter names and people are in the event. */
export const check = assemblyCheck({
  control: 'LPO-DET-02',
  name: 'messages-carry-ids-only',
  expected: `a rule tells a topic no more of the event than ${[...harmless].join(', ')}`,
  fix: 'give the target an InputTransformer whose InputPathsMap names these alone',
  judge(view): PlacedDeviation[] {
    return view.ofType('AWS::Events::Rule').flatMap(({ stack, resource }) =>
      resource.list('Targets').flatMap((target, index) => {
        const arn = resource.get(`Targets.${index}.Arn`);
        const held = view.target(arn, stack)?.resource.type;
        if (
          insideServices.includes(readArn(asText(arn))?.service ?? '') ||
          (held && insideTypes.includes(held))
        )
          return [];
        const transformer = isObject(target) ? target.InputTransformer : undefined;
        const property = `Targets.${index}.InputTransformer`;
        const place = { stack: stack.id, logicalId: resource.logicalId };
        if (!isObject(transformer)) return [{ ...place, property, got: 'absent: the whole event goes out' }];
        const paths = isObject(transformer.InputPathsMap) ? Object.values(transformer.InputPathsMap) : [];
        const others = paths.filter((path) => !harmless.has(asText(path)));
        return others.length === 0
          ? []
          : [{ ...place, property: `${property}.InputPathsMap`, got: others.map(asText).join(', ') }];
      }),
    );
  },
  good: {
    'ids alone': rule(transformed({ event: '$.id', time: '$.time' })),
    'a function': rule({ Arn: { 'Fn::GetAtt': ['Function', 'Arn'] } }),
  },
  bad: {
    'the whole event': rule({}),
    'the whole event to a topic of the stack': rule({ Arn: { Ref: 'Topic' } }),
    'the object key': rule(transformed({ key: '$.detail.requestParameters.key' })),
  },
});
