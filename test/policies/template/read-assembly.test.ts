import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnParameter, NestedStack, Stack, Stage, aws_s3 as s3, Validations } from 'aws-cdk-lib';
import { UnusableInputError } from '../../../lib/model/finding.ts';
import { readAssembly } from '../../../policies/template/read-assembly.ts';

const scratch = mkdtempSync(join(tmpdir(), 'read-assembly-'));
afterAll(() => rmSync(scratch, { recursive: true }));

let count = 0;
function folder(files: Record<string, string | object>): string {
  const directory = join(scratch, String(count++));
  mkdirSync(directory);
  for (const [name, content] of Object.entries(files))
    writeFileSync(join(directory, name), typeof content === 'string' ? content : JSON.stringify(content));
  return directory;
}

/** A nested stack whose template lies beside its parent's. */
const nest = (file: string) => ({
  Type: 'AWS::CloudFormation::Stack',
  Properties: { TemplateURL: 'x' },
  Metadata: { 'aws:asset:path': file },
});

/** An assembly with a stack, in each level of which so many nest the next. */
const nestedLevels = (levels: number, each: number): string =>
  folder({
    'manifest.json': stackArtifact('0.json'),
    ...Object.fromEntries(
      Array.from({ length: levels + 1 }, (_, level) => [
        `${level}.json`,
        {
          Resources: Object.fromEntries(
            level === levels
              ? [['B', { Type: 'AWS::S3::Bucket' }]]
              : Array.from({ length: each }, (__, index) => [`N${index}`, nest(`${level + 1}.json`)]),
          ),
        },
      ]),
    ),
  });

/** An assembly of these files, one of which is a link to a file elsewhere. */
function linked(name: string, files: Record<string, object>, content: string): string {
  const outside = join(folder({ 'secret.json': content }), 'secret.json');
  const directory = folder(files);
  symlinkSync(outside, join(directory, name));
  return directory;
}

const bucket = { Resources: { Bucket: { Type: 'AWS::S3::Bucket' } } };
const stackArtifact = (templateFile: string) => ({
  artifacts: { A: { type: 'aws:cloudformation:stack', properties: { templateFile } } },
});

describe('a directory that cdk synth wrote', () => {
  const app = new App({ outdir: join(scratch, 'cdk.out') });
  const stage = new Stage(app, 'meridian', { env: { account: '200000000001', region: 'eu-west-2' } });
  const matter = new Stack(stage, 'Matter', { terminationProtection: true });
  const plain = new Stack(app, 'Plain');
  new CfnParameter(plain, 'Size', { default: 3, type: 'Number' });
  new s3.Bucket(plain, 'Bucket');
  const kept = new s3.Bucket(matter, 'Bucket');
  const nested = new NestedStack(matter, 'Nested', {
    parameters: { Literal: 'literal', Open: kept.bucketName },
  });
  new s3.Bucket(nested, 'Inner');
  Validations.of(kept).acknowledge({ id: 'AwsSolutions-S1', reason: 'it is the log' });
  app.synth();
  const assembly = readAssembly(join(scratch, 'cdk.out'));
  const stack = (id: string) => assembly.stacks.find((one) => one.id.startsWith(id));

  test('has every stack, those of stages and nested stacks too, in order', () => {
    expect(assembly.stacks.map(({ id }) => id)).toEqual([
      'Plain',
      'meridian/Matter',
      expect.stringMatching(/^meridian\/Matter\/NestedNestedStack/),
    ]);
  });

  test('knows where each stack goes and what protects it', () => {
    expect(stack('meridian/Matter')).toMatchObject({
      stackName: 'meridian-Matter',
      account: '200000000001',
      region: 'eu-west-2',
      terminationProtection: true,
    });
    expect(stack('Plain')).not.toHaveProperty('account');
  });

  test('knows construct paths, parameters and acknowledgements', () => {
    expect(Object.values(stack('meridian/Matter')?.constructPaths ?? {})).toContain(
      'meridian/Matter/Bucket/Resource',
    );
    expect(stack('Plain')?.parameters).toEqual({});
    expect(stack('meridian/Matter/Nested')?.parameters).toEqual({
      Literal: 'literal',
      Open: undefined,
    });
    expect(stack('meridian/Matter')?.acknowledgements).toEqual([
      { path: 'meridian/Matter/Bucket', id: 'AwsSolutions-S1', reason: 'it is the log' },
    ]);
  });
});

test('template files: JSON and YAML with short tags read the same', () => {
  const directory = folder({
    'a.json': {
      Resources: { B: { Type: 'AWS::S3::Bucket', Properties: { BucketName: { 'Fn::Sub': 'x' } } } },
    },
    'b.yaml': 'Resources:\n  B:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: !Sub x\n',
  });
  const assembly = readAssembly([join(directory, 'b.yaml'), join(directory, 'a.json')]);
  expect(assembly.stacks.map(({ id }) => id)).toEqual(['a.json', 'b.yaml']);
  expect(assembly.stacks[1]?.template).toEqual(assembly.stacks[0]?.template);
});

test('truth values of YAML 1.1 are those that CloudFormation reads; one letter and quoted ones are texts', () => {
  const values = 'yes Yes YES no No NO on On ON off Off OFF true false y n Y "yes" "off" Norway'.split(' ');
  const directory = folder({
    'a.yaml': `Resources:\n  A:\n    Type: X\n    Properties:\n      List: [${values.join(', ')}]\n`,
  });
  const [stack] = readAssembly(join(directory, 'a.yaml')).stacks;
  expect(stack?.template.Resources?.A?.Properties?.List).toEqual([
    ...[true, true, true, false, false, false, true, true, true, false, false, false, true, false],
    ...['y', 'n', 'Y', 'yes', 'off', 'Norway'],
  ]);
});

test('no transform is a template without one', () => {
  const directory = folder({ 'a.json': { ...bucket, Transform: [] } });
  expect(readAssembly(join(directory, 'a.json')).stacks).toHaveLength(1);
});

test('a nested stack may be used twice, and ten levels deep', () => {
  const twice = { Resources: { A: nest('b.json'), B: nest('b.json') } };
  const shared = folder({ 'manifest.json': stackArtifact('a.json'), 'a.json': twice, 'b.json': bucket });
  expect(readAssembly(shared).stacks).toHaveLength(3);
  expect(readAssembly(nestedLevels(10, 1)).stacks).toHaveLength(11);
});

test('a template file that somebody names may be a link', () => {
  const outside = join(folder({ 'a.json': bucket }), 'a.json');
  const link = join(folder({}), 'link.json');
  symlinkSync(outside, link);
  expect(readAssembly(link).stacks).toHaveLength(1);
});

describe('unusable input is named, never passed', () => {
  const deep = `{"Resources":{"A":{"Type":"AWS::S3::Bucket","Properties":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}}}`;
  const cases: [string, () => string, string, RegExp][] = [
    ['nothing at the path', () => join(scratch, 'absent'), 'ASM-MISSING', /nothing there/],
    ['an empty folder', () => folder({}), 'ASM-NOT-AN-ASSEMBLY', /without manifest.json/],
    [
      'an assembly without stacks',
      () => folder({ 'manifest.json': { artifacts: {} } }),
      'ASM-EMPTY',
      /no template/,
    ],
    ['a manifest that is no manifest', () => folder({ 'manifest.json': {} }), 'ASM-MANIFEST', /no artifacts/],
    [
      'a missing template',
      () => folder({ 'manifest.json': stackArtifact('x.json') }),
      'ASM-NOT-FOUND',
      /no such file/,
    ],
    [
      'a way out',
      () => folder({ 'manifest.json': stackArtifact('../x.json') }),
      'ASM-MANIFEST',
      /\.\.\/x\.json/,
    ],
    [
      'a way out for metadata',
      () =>
        folder({
          'x.json': bucket,
          'manifest.json': {
            artifacts: {
              A: { ...stackArtifact('x.json').artifacts.A, additionalMetadataFile: '../manifest.json' },
            },
          },
        }),
      'ASM-MANIFEST',
      /additionalMetadataFile \.\.\/manifest\.json/,
    ],
    [
      'a template that no text can be made of',
      () =>
        folder({
          'manifest.json': {
            artifacts: {
              A: { type: 'aws:cloudformation:stack', properties: { templateFile: { toString: '' } } },
            },
          },
        }),
      'ASM-MANIFEST',
      /templateFile \{"toString":""\}/,
    ],
    [
      'truncated JSON',
      () => join(folder({ 'a.json': '{"Resources": {\n "A": ' }), 'a.json'),
      'ASM-SYNTAX',
      /:2:7 /,
    ],
    [
      'broken YAML',
      () => join(folder({ 'a.yaml': 'Resources:\n  A: [1\n' }), 'a.yaml'),
      'ASM-SYNTAX',
      /a\.yaml:\d/,
    ],
    [
      'an unknown tag',
      () => join(folder({ 'a.yaml': 'Resources: !Foo x\n' }), 'a.yaml'),
      'ASM-SYNTAX',
      /!Foo/,
    ],
    ['a list', () => join(folder({ 'a.json': '[]' }), 'a.json'), 'ASM-NOT-A-TEMPLATE', /a list/],
    ['no resources', () => join(folder({ 'a.json': '{}' }), 'a.json'), 'ASM-NOT-A-TEMPLATE', /no Resources/],
    [
      'a resource without type',
      () => join(folder({ 'a.json': { Resources: { A: {} } } }), 'a.json'),
      'ASM-NOT-A-TEMPLATE',
      /Resources\.A without a Type/,
    ],
    [
      'a macro',
      () => join(folder({ 'a.json': { ...bucket, Transform: 'X' } }), 'a.json'),
      'ASM-NOT-A-TEMPLATE',
      /Transform "X"/,
    ],
    [
      'a name twice in JSON',
      () =>
        join(folder({ 'a.json': '{"Resources":{"A":{"Type":"X"},\n "\\u0041":{"Type":"Y"}}}' }), 'a.json'),
      'ASM-SYNTAX',
      /a\.json:2:2 [\s\S]*a second "A" in one object/,
    ],
    [
      'a name twice in YAML',
      () => join(folder({ 'a.yaml': 'Resources:\n  A: {Type: X}\n  A: {Type: Y}\n' }), 'a.yaml'),
      'ASM-SYNTAX',
      /a\.yaml:3/,
    ],
    ...['a.json', 'a.yaml', 'a.template'].map((name): [string, () => string, string, RegExp] => [
      `a byte order mark in ${name}`,
      () => join(folder({ [name]: `\uFEFF${JSON.stringify(bucket)}` }), name),
      'ASM-ENCODING',
      /byte order mark/,
    ]),
    [
      'bytes that are not UTF-8',
      () => {
        const file = join(folder({}), 'a.yaml');
        writeFileSync(file, Buffer.from('Resources: {A: {Type: Caf\xe9}}', 'latin1'));
        return file;
      },
      'ASM-ENCODING',
      /not UTF-8/,
    ],
    [
      'a pipe, which nobody writes into',
      () => {
        const file = join(folder({}), 'a.yaml');
        execFileSync('mkfifo', [file]);
        return file;
      },
      'ASM-NOT-A-FILE',
      /not a file/,
    ],
    [
      'a pipe for a manifest',
      () => {
        const directory = folder({});
        execFileSync('mkfifo', [join(directory, 'manifest.json')]);
        return directory;
      },
      'ASM-NOT-A-FILE',
      /manifest\.json/,
    ],
    [
      'a template that is a link to a file outside',
      () => linked('x.json', { 'manifest.json': stackArtifact('x.json') }, JSON.stringify(bucket)),
      'ASM-SYMLINK',
      /x\.json/,
    ],
    [
      'metadata that is a link to a file outside',
      () =>
        linked(
          'm.json',
          {
            'x.json': bucket,
            'manifest.json': {
              artifacts: { A: { ...stackArtifact('x.json').artifacts.A, additionalMetadataFile: 'm.json' } },
            },
          },
          '{}',
        ),
      'ASM-SYMLINK',
      /m\.json/,
    ],
    [
      'a nested assembly that is a link to a folder outside',
      () => {
        const outside = folder({ 'manifest.json': stackArtifact('x.json'), 'x.json': bucket });
        const directory = folder({
          'manifest.json': {
            artifacts: { B: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-b' } } },
          },
        });
        symlinkSync(outside, join(directory, 'assembly-b'));
        return directory;
      },
      'ASM-SYMLINK',
      /assembly-b/,
    ],
    [
      'a nested assembly that two artifacts name',
      () => {
        const part = { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-b' } };
        const directory = folder({ 'manifest.json': { artifacts: { B: part, C: part } } });
        mkdirSync(join(directory, 'assembly-b'));
        writeFileSync(join(directory, 'assembly-b', 'manifest.json'), '{"artifacts":{}}');
        return directory;
      },
      'ASM-MANIFEST',
      /C\.directoryName assembly-b/,
    ],
    [
      'a template nested in itself',
      () =>
        folder({ 'manifest.json': stackArtifact('a.json'), 'a.json': { Resources: { N: nest('a.json') } } }),
      'ASM-NESTED',
      /A\/N is .*a\.json, in which it is nested/,
    ],
    [
      'two templates nested in each other',
      () =>
        folder({
          'manifest.json': stackArtifact('a.json'),
          'a.json': { Resources: { N: nest('b.json') } },
          'b.json': { Resources: { M: nest('./a.json') } },
        }),
      'ASM-NESTED',
      /A\/N\/M is .*a\.json/,
    ],
    ['nesting of eighteen levels', () => nestedLevels(18, 1), 'ASM-NESTED', /nested 11 deep/],
    ['ten levels of three each', () => nestedLevels(10, 3), 'ASM-NESTED', /at most 2000 stacks/],
    [
      'a null, which CloudFormation does not take',
      () =>
        join(
          folder({ 'a.json': '{"Resources":{"A":{"Type":"X","Properties":{"Tags":[{"Key":null}]}}}}' }),
          'a.json',
        ),
      'ASM-NOT-A-TEMPLATE',
      /Resources\.A\.Properties\.Tags\[0\]\.Key is null/,
    ],
    [
      'deep nesting',
      () => join(folder({ 'a.json': deep }), 'a.json'),
      'ASM-NOT-A-TEMPLATE',
      /deeper than 100/,
    ],
    [
      '50 MB',
      () =>
        join(
          folder({ 'a.json': JSON.stringify({ ...bucket, Description: 'x'.repeat(50_000_000) }) }),
          'a.json',
        ),
      'ASM-TOO-LARGE',
      /500\d{5} bytes/,
    ],
  ];
  test.each(cases)('%s', (_name, make, code, message) => {
    let error: unknown;
    try {
      readAssembly(make());
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UnusableInputError);
    expect((error as UnusableInputError).findings[0]?.code).toBe(code);
    expect((error as Error).message).toMatch(message);
  });

  test('all problems of all files at once', () => {
    const directory = folder({ 'a.json': '[]', 'b.json': '{' });
    expect(() => readAssembly([join(directory, 'a.json'), join(directory, 'b.json')])).toThrow(
      /ASM-NOT-A-TEMPLATE[\s\S]*ASM-SYNTAX/,
    );
  });
});

describe('a construct path is the name that exceptions know a resource by', () => {
  const at = (path: string) => ({ Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': path } });
  const read = (...paths: string[]) =>
    readAssembly(
      folder({
        'manifest.json': stackArtifact('a.json'),
        'a.json': { Resources: Object.fromEntries(paths.map((path, index) => [`R${index}`, at(path)])) },
      }),
    );

  test('one for each resource, below its stack', () => {
    expect(read('A/One/Resource', 'A/Two/Resource').stacks).toHaveLength(1);
  });

  test.each([
    ['taken twice', ['A/One/Resource', 'A/One/Resource'], 'A R1 claims A/One/Resource, as A R0 does'],
    ['of another stack', ['B/One/Resource'], 'A R0 claims B/One/Resource'],
  ])('%s is refused', (_, paths, got) => {
    const failure = () => read(...paths);
    expect(failure).toThrow(UnusableInputError);
    expect(failure).toThrow(got);
  });
});

describe('names that an account and Region take once', () => {
  const placed = (templateFile: string, stackName: string, environment = 'aws://200000000001/eu-west-2') => ({
    type: 'aws:cloudformation:stack',
    environment,
    properties: { templateFile, stackName },
  });
  const exporting = { ...bucket, Outputs: { Out: { Value: 'x', Export: { Name: 'shared' } } } };
  const read = (artifacts: object) =>
    readAssembly(folder({ 'manifest.json': { artifacts }, 'a.json': bucket, 'b.json': exporting }));

  test.each([
    [
      'stacks',
      { A: placed('a.json', 'same'), B: placed('a.json', 'same') },
      /ASM-NAME[\s\S]*B has the stack name same in 200000000001, eu-west-2, as A has/,
    ],
    [
      'exports',
      { A: placed('b.json', 'one'), B: placed('b.json', 'other') },
      /ASM-NAME[\s\S]*B has the export shared in 200000000001, eu-west-2, as A has/,
    ],
  ])('%s of one name are refused', (_what, artifacts, message) => {
    expect(() => read(artifacts)).toThrow(message);
  });

  test('elsewhere they may have it', () => {
    const elsewhere = placed('b.json', 'same', 'aws://200000000001/us-east-1');
    expect(read({ A: placed('b.json', 'same'), B: elsewhere }).stacks).toHaveLength(2);
  });
});
