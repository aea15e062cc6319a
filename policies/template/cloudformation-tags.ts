import { type CollectionTag, isMap, isScalar, isSeq, type ScalarTag, type YAMLMap, type YAMLSeq } from 'yaml';

/** Functions that YAML templates may write in short form, `!Sub` for `Fn::Sub`. */
const functions = [
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'GetAtt',
  'GetAZs',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
] as const;

const scalar = (tag: string, value: (text: string) => unknown): ScalarTag => ({
  tag,
  resolve: (text) => value(text),
});

const collection = (tag: string, name: string, kind: 'map' | 'seq'): CollectionTag => ({
  tag,
  collection: kind,
  resolve: (node: YAMLMap | YAMLSeq) => ({ [name]: node.toJSON() as unknown }) as never,
  identify: (value) => isMap(value) || isSeq(value) || isScalar(value),
});

/** `!GetAtt Key.Arn` becomes `["Key", "Arn"]`, as the JSON form writes it. */
const attribute = (text: string): unknown => {
  const dot = text.indexOf('.');
  return dot < 0 ? text : [text.slice(0, dot), text.slice(dot + 1)];
};

/** CloudFormation's short tags for the `yaml` library; any other tag is reported by the parser. */
export const cloudFormationTags: (ScalarTag | CollectionTag)[] = [
  scalar('!Ref', (text) => ({ Ref: text })),
  scalar('!Condition', (text) => ({ Condition: text })),
  ...functions.flatMap((name) => [
    scalar(`!${name}`, (text) => ({ [`Fn::${name}`]: name === 'GetAtt' ? attribute(text) : text })),
    collection(`!${name}`, `Fn::${name}`, 'seq'),
    collection(`!${name}`, `Fn::${name}`, 'map'),
  ]),
];
