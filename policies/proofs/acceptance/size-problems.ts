import { quotaFigures } from '../../reading/quota-figures.ts';
import { isObject } from '../../template/template-shape.ts';
import type { Made } from '../world/world.ts';
import { lengthOf } from './policy-problems.ts';
import type { Problem } from './problem.ts';

type Measure = readonly [
  quota: keyof typeof quotaFigures,
  at: string,
  of: (properties: Made['properties']) => number,
];

const quotas = 'https://docs.aws.amazon.com/general/latest/gr/aws-service-information.html';
const bytes = (value: unknown): number => (value === undefined ? 0 : lengthOf(value, 'bytes'));
const count = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** Measures besides policies, which CloudFormation's own validation does not look at. */
const measures: Readonly<Record<string, readonly Measure[]>> = {
  'AWS::Events::Rule': [
    ['events-pattern-size', 'EventPattern', ({ EventPattern }) => bytes(EventPattern)],
    ['events-targets', 'Targets', ({ Targets }) => count(Targets)],
  ],
  'AWS::Lambda::Function': [
    [
      'lambda-environment',
      'Environment.Variables',
      ({ Environment }) => bytes(isObject(Environment) ? Environment.Variables : undefined),
    ],
  ],
  'AWS::SNS::TopicPolicy': [
    [
      'sns-policy-statements',
      'PolicyDocument.Statement',
      ({ PolicyDocument }) => count(isObject(PolicyDocument) ? PolicyDocument.Statement : undefined),
    ],
  ],
  'AWS::StepFunctions::StateMachine': [
    ['states-definition-size', 'DefinitionString', ({ DefinitionString }) => bytes(DefinitionString)],
  ],
};

/** Lengths and numbers beyond what a service takes. */
export const sizeProblems = ({ type, properties }: Made): Problem[] =>
  (Object.hasOwn(measures, type) ? (measures[type] ?? []) : []).flatMap(([quota, at, of]) => {
    const { value, unit } = quotaFigures[quota];
    const size = of(properties);
    return size <= value
      ? []
      : [
          {
            at: `Properties.${at}`,
            got: `${size} ${unit}`,
            expected: `at most ${value} (${quota})`,
            source: quotas,
          },
        ];
  });
