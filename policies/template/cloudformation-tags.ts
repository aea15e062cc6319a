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

/**
 * Truth values of YAML 1.1, which CloudFormation reads, beside those of 1.2; a single letter stays a text there.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
 * @see https://github.com/aws/aws-cli/pull/5257
 */
const truth = (value: boolean, test: RegExp): ScalarTag => ({
  ...{ tag: 'tag:yaml.org,2002:bool', default: true, test },
  resolve: () => value,
});

/**
 * CloudFormation's short tags and truth values for the `yaml` library; any other tag is reported by the parser.
 */
export const cloudFormationTags: (ScalarTag | CollectionTag)[] = [
  truth(true, /^(?:yes|Yes|YES|on|On|ON)$/),
  truth(false, /^(?:no|No|NO|off|Off|OFF)$/),
  scalar('!Ref', (text) => ({ Ref: text })),
  scalar('!Condition', (text) => ({ Condition: text })),
  ...functions.flatMap((name) => [
    scalar(`!${name}`, (text) => ({ [`Fn::${name}`]: name === 'GetAtt' ? attribute(text) : text })),
    collection(`!${name}`, `Fn::${name}`, 'seq'),
    collection(`!${name}`, `Fn::${name}`, 'map'),
  ]),
];
