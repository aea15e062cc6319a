import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from '../../lib/operations/synthesis/run-checks.ts';
import { catalogueFacts, controls } from '../../policies/catalogue/catalogue.ts';
import { judge } from '../../policies/catalogue/judge.ts';
import { AssemblyView } from '../../policies/template/assembly-view.ts';
import { readAssembly } from '../../policies/template/read-assembly.ts';
import { asOf, exampleFolder } from '../support/example-assembly.ts';

// Plants in a real assembly on disk: what decides who deploys it, with which rights, and which bytes.

const root = mkdtempSync(join(tmpdir(), 'whole-assembly-'));
afterAll(() => rmSync(root, { recursive: true }));
const asked = controls.filter(({ id }) => id === 'LPO-GOV-07');

/** Rules that speak about an assembly, each with the file it speaks about. */
function found(directory: string): string[] {
  const { findings, verdicts } = judge(new AssemblyView(readAssembly(directory)), asked, catalogueFacts);
  expect(verdicts).toBeGreaterThan(5);
  return [...new Set(findings.map(({ code, where }) => `${code.replace('LPO-GOV-07/', '')} ${where.stack}`))];
}

let made = 0;
const copy = (): string => {
  const directory = join(root, `${++made}`);
  cpSync(exampleFolder('luzon'), directory, { recursive: true });
  return directory;
};

const nested = 'assembly-luzon';
// biome-ignore lint/suspicious/noExplicitAny: manifests are changed as they are
type Json = any;
const edit = (directory: string, name: string, change: (value: Json) => void): void => {
  const file = join(directory, nested, name);
  const value = JSON.parse(readFileSync(file, 'utf8'));
  change(value);
  writeFileSync(file, JSON.stringify(value, null, 1));
};
const manifest = JSON.parse(
  readFileSync(join(exampleFolder('luzon'), nested, 'manifest.json'), 'utf8'),
) as Json;
const stack = Object.keys(manifest.artifacts).find((id) => /KillSwitch[0-9A-F]+$/.test(id)) as string;
const properties = (change: (properties: Json) => void) => (directory: string) =>
  edit(directory, 'manifest.json', ({ artifacts }) => change(artifacts[stack].properties));
const assets = (change: (files: Json[]) => void) => (directory: string) =>
  edit(directory, `${stack}.assets.json`, ({ files }) => change(Object.values(files)));
const aFolder = (directory: string): string => {
  const { files } = JSON.parse(readFileSync(join(directory, nested, `${stack}.assets.json`), 'utf8')) as Json;
  const { source } = Object.values<Json>(files).find((file: Json) => file.source.packaging === 'zip');
  return join(directory, nested, source.path);
};

test('the shipped examples, whole and a stage of them alone, say nothing', () => {
  expect(found(exampleFolder())).toEqual([]);
  expect(found(join(exampleFolder(), nested))).toEqual([]);
});

test('a manifest beside the assembly that does not name it is none of its files', () => {
  const directory = copy();
  // The copy holds the documents of the vendors that were left out.
  const before = found(directory);
  writeFileSync(join(root, 'manifest.json'), JSON.stringify({ name: 'an app of the web', artifacts: {} }));
  expect(found(directory)).toEqual(before);
  writeFileSync(join(directory, 'more'), '');
  expect(found(directory)).toEqual([...before, 'every-file-is-named more']);
  rmSync(join(root, 'manifest.json'));
});

const manifestFile = `${nested}/manifest.json`;
const assetsFile = `${nested}/${stack}.assets.json`;
test.each<[string, (directory: string) => void, string]>([
  [
    'an execution role with other rights',
    properties((all) => {
      all.cloudFormationExecutionRoleArn = 'arn:aws:iam::100000000002:role/administrator';
    }),
    `stacks-deploy-through-the-bootstrap ${manifestFile}`,
  ],
  [
    'the execution role of another qualifier',
    properties((all) => {
      all.cloudFormationExecutionRoleArn = all.cloudFormationExecutionRoleArn.replace('closedroom', 'other');
    }),
    `stacks-deploy-through-the-bootstrap ${manifestFile}`,
  ],
  [
    'another role that deploys',
    properties((all) => {
      all.assumeRoleArn = all.cloudFormationExecutionRoleArn;
    }),
    `stacks-deploy-through-the-bootstrap ${manifestFile}`,
  ],
  [
    'a template in another bucket',
    properties((all) => {
      all.stackTemplateAssetObjectUrl = all.stackTemplateAssetObjectUrl.replace('closedroom', 'other');
    }),
    `templates-deployed-are-those-evaluated ${manifestFile}`,
  ],
  [
    'the template of another stack',
    properties((all) => {
      all.templateFile = 'luzonLogs61FE9021.template.json';
    }),
    `templates-deployed-are-those-evaluated ${manifestFile}`,
  ],
  [
    'a topic of somebody else',
    properties((all) => {
      all.notificationArns = ['arn:aws:sns:us-east-1:999999999999:x'];
    }),
    `stack-notifications-stay-inside ${manifestFile}`,
  ],
  [
    'a tag',
    properties((all) => {
      all.tags = { mfa: 'true' };
    }),
    `stack-tags-stand-on-its-resources ${manifestFile}`,
  ],
  [
    'a command as the source of an asset',
    assets((files) => {
      for (const file of files) file.source = { executable: ['sh', '-c', 'true'] };
    }),
    `manifests-say-only-what-is-understood ${assetsFile}`,
  ],
  [
    'an asset to another bucket',
    assets((files) => {
      for (const file of files)
        for (const one of Object.values<Json>(file.destinations)) one.bucketName = 'elsewhere';
    }),
    `assets-are-published-from-the-assembly ${assetsFile}`,
  ],
  [
    'an asset of another folder',
    assets((files) => {
      for (const file of files) file.source.path = '../../../etc';
    }),
    `assets-are-published-from-the-assembly ${assetsFile}`,
  ],
  [
    'code of another function',
    (directory) => writeFileSync(join(aFolder(directory), 'index.js'), 'exports.handler=()=>{}'),
    `assets-hold-what-they-are-named-after ${assetsFile}`,
  ],
  [
    'code as a link to the same bytes',
    (directory) => {
      const file = join(aFolder(directory), 'index.js');
      renameSync(file, join(root, 'moved.js'));
      symlinkSync(join(root, 'moved.js'), file);
    },
    'every-file-is-named ',
  ],
  [
    'a file that nobody names',
    (directory) => writeFileSync(join(directory, nested, 'next.template.json'), '{}'),
    `every-file-is-named ${nested}/next.template.json`,
  ],
  [
    'a folder that nobody names',
    (directory) => mkdirSync(join(directory, 'node_modules')),
    'every-file-is-named node_modules',
  ],
  [
    'something to look up at deployment',
    (directory) =>
      edit(directory, 'manifest.json', (all) => {
        all.missing = [{ key: 'k', provider: 'ami', props: {} }];
      }),
    `manifests-say-only-what-is-understood ${manifestFile}`,
  ],
])('%s is found', (_what, plant, expected) => {
  const directory = copy();
  plant(directory);
  expect(found(directory)).toContainEqual(expect.stringContaining(expected));
});

test("metadata of the identity provider is compared with the firm's file where its configuration is given", () => {
  const directory = copy();
  const other = 'https://idp.elsewhere.example/';
  const access = readdirSync(join(directory, nested)).find((name) =>
    /Access.*template\.json$/.test(name),
  ) as string;
  edit(directory, access, ({ Resources }) => {
    const provider = Object.values<Json>(Resources).find(
      (one: Json) => one.Type === 'AWS::IAM::SAMLProvider',
    );
    const document: string = provider.Properties.SamlMetadataDocument;
    provider.Properties.SamlMetadataDocument = document.replace(/entityID="[^"]*"/, `entityID="${other}"`);
  });
  const findings = (config?: string) =>
    runChecks(directory, { asOf, controls: ['LPO-IDN-01'], ...(config && { config }) }).findings.map(
      ({ code, got }) => `${code} ${got}`,
    );
  expect(findings()).toEqual([]);
  expect(findings('config')).toEqual([`LPO-IDN-01/identity-providers-are-the-firms entity id ${other}`]);
});
