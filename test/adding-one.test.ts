import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { loadExceptions } from '../lib/config/load-exceptions.ts';
import { evaluate } from '../policies/pipeline.ts';
import type { Assembly } from '../policies/template/assembly.ts';
import { readAssembly } from '../policies/template/read-assembly.ts';
import { asOf } from './support/example-assembly.ts';
import { resourcesOf, stackOf } from './support/resources-of.ts';

const root = resolve(import.meta.dirname, '..');

/** A row put into a table, after the text that opens it; without `after`, a file of its own. */
interface Edit {
  readonly file: string;
  readonly after?: string;
  readonly text: string;
}

/** What somebody adds: the builder's row or file, and what the judge requires for its closed list. */
interface Addition {
  readonly builder: Edit;
  readonly judge: readonly Edit[];
}

const additions: Readonly<Record<string, Addition>> = {
  'A service endpoint': {
    builder: {
      file: 'lib/constructs/network/endpoints.ts',
      after: 'export const endpoints = {',
      text: `
  ssmmessages: {
    actions: ['ssmmessages:OpenDataChannel'],
    resources: 'own',
    names: ['ssmmessages'],
    refusalsLogged: false,
  },`,
    },
    judge: [
      {
        file: 'policies/reading/endpoint-services.ts',
        after: 'export const endpointServices: Readonly<Record<string, EndpointService>> = {',
        text: `
  ssmmessages: { reason: 'A test.', prefixes: ['ssmmessages'], names: ['ssmmessages'] },`,
      },
    ],
  },
  'A tripwire on an event': {
    builder: {
      file: 'lib/constructs/detection/event-tripwires.ts',
      after: 'export const eventTripwires: readonly Tripwire[] = [',
      text: `
  {
    name: 'tables-change',
    what: 'A table was changed',
    pattern: calls('dynamodb', 'UpdateTable'),
  },`,
    },
    judge: [
      {
        file: 'policies/detection/tripwires/changed-table.ts',
        text: `import { called } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'a changed table',
  source: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/logging-using-cloudtrail.html',
  rings: (room) => [called(room, 'dynamodb:UpdateTable')],
  silent: (room) => [called(room, 'dynamodb:TagResource')],
};
`,
      },
    ],
  },
  'A tripwire on a log': {
    builder: {
      file: 'lib/constructs/detection/log-tripwires.ts',
      after: 'export const logTripwires = (breakGlass: string): readonly LogTripwire[] => [',
      text: `
  {
    name: 'alias-removed',
    what: 'An alias was removed',
    log: 'trail',
    filter: '{ $.eventName = "DeleteAlias" }',
  },`,
    },
    judge: [
      {
        file: 'policies/detection/tripwires/removed-alias.ts',
        text: `import { called } from '../cloudtrail-record.ts';
import type { Tripwire } from '../tripwire.ts';

export const tripwire: Tripwire = {
  what: 'a removed alias',
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/logging-using-cloudtrail.html',
  rings: (room) => [called(room, 'kms:DeleteAlias')],
  silent: (room) => [called(room, 'kms:CreateAlias')],
};
`,
      },
    ],
  },
  'A kill-switch step': {
    builder: {
      file: 'lib/functions/kill-switch/steps/list-endpoints.ts',
      text: `import type { Step } from '../step.ts';
import { actOnAll } from '../step-report.ts';

const name = 'list-endpoints';

/** The endpoints of the account, for the evidence. */
export const step: Step = {
  name,
  phase: { branch: 'endpoints' },
  order: 75,
  timeoutSeconds: 120,
  retries: 1,
  permissions: {
    vendor: () => [{ sid: 'CutVpn', actions: ['ec2:DescribeVpcEndpoints'], resources: ['*'] }],
  },
  run: async (parts) => {
    const { ec2 } = await parts.inVendorAccount();
    const { VpcEndpoints } = await ec2.describeVpcEndpoints({});
    return actOnAll(name, {
      targets: VpcEndpoints ?? [],
      name: ({ VpcEndpointId }) => String(VpcEndpointId),
      limit: 1,
      act: async () => 'already',
    });
  },
};
`,
    },
    judge: [
      {
        file: 'policies/controls/incident/kill-switch/switch-runs-every-step.ts',
        after: 'const killSwitchSteps = [',
        text: "\n  'list-endpoints',",
      },
      {
        // Only where it needs an action that no other step needs.
        file: 'policies/jobs/kill-switch-contains-a-vendor.ts',
        after: "          'ec2:DescribeClientVpnConnections',",
        text: "\n          'ec2:DescribeVpcEndpoints',",
      },
    ],
  },
  'An oversight role': {
    builder: {
      file: 'lib/model/oversight-roles.ts',
      after: 'export const oversightRoles = [',
      text: `
  {
    name: 'observer',
    trust: 'identity-provider',
    sessionHours: 1,
    boundary: 'oversight',
    readsSettings: true,
    actions: [],
  },`,
    },
    judge: [
      {
        file: 'policies/reading/role-purposes.ts',
        after: 'export const rolesOfAVendor: Readonly<Record<string, RolePurpose>> = {',
        text: "\n  observer: { reason: 'A test.', opensTo: 'identity-provider' },",
      },
      {
        file: 'policies/jobs/observer-looks.ts',
        text: `import type { Job } from '../proofs/work/job.ts';
import { roleNamed } from '../proofs/work/roles.ts';
import { signsIn } from '../proofs/work/sessions.ts';
import { settingsOfTheWorkspace } from '../proofs/work/settings.ts';

export const job: Job = {
  id: 'observer-looks',
  title: "An observer signs in and sees the workspace's settings",
  controls: ['LPO-IDN-02'],
  tasks: ({ world }) => {
    const who = roleNamed(world, \`lpo-\${world.name}-observer\`);
    return [...signsIn(world, who), ...settingsOfTheWorkspace(world, who)];
  },
};
`,
      },
    ],
  },
};

/** Runs in the copy: indexes, then everything one vendor needs, then the judge of the copy over it. */
const program = `
import { writeFileSync } from 'node:fs';
import { folderIndexes } from './tools/folder-index.ts';
for (const [file, content] of folderIndexes()) writeFileSync(file, content);
const { loadConfig } = await import('./lib/config/load-config.ts');
const { loadExceptions } = await import('./lib/config/load-exceptions.ts');
const { buildApp } = await import('./lib/operations/synthesis/build-app.ts');
const { evaluate } = await import('./policies/pipeline.ts');
const { readAssembly } = await import('./policies/template/read-assembly.ts');
buildApp(loadConfig('config'), { asOf: '${asOf}', outdir: 'cdk.out', only: ['meridian'] }).synth();
const exceptions = loadExceptions('config/exceptions.yaml', false);
const options = { asOf: '${asOf}', exceptions, cloudFormation: false };
writeFileSync('verdict.json', JSON.stringify(evaluate(readAssembly('cdk.out'), options)));
`;

let copy: string;
let assembly: Assembly;
const run = (...argv: string[]) => spawnSync(process.execPath, argv, { cwd: copy, encoding: 'utf8' });

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'adding-one-'));
  for (const path of [
    'lib',
    'policies',
    'tools',
    'config',
    'docs/bootstrap',
    'cdk.json',
    'package.json',
    'tsconfig.json',
  ])
    cpSync(join(root, path), join(copy, path), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const { builder, judge: closed } of Object.values(additions))
    for (const edit of [builder, ...closed]) add(edit);
  writeFileSync(join(copy, 'program.ts'), program);
  const { status, stderr } = run('--import', 'tsx', 'program.ts');
  if (status !== 0) throw new Error(stderr);
  assembly = readAssembly(join(copy, 'cdk.out'));
});

afterAll(() => rmSync(copy, { recursive: true }));

function add({ file, after, text }: Edit): void {
  const path = join(copy, file);
  if (after === undefined) {
    if (existsSync(path)) throw new Error(`${file} is there already`);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  const before = readFileSync(path, 'utf8');
  if (before.split(after).length !== 2) throw new Error(`${file}: got no single "${after}"`);
  writeFileSync(
    path,
    before.replace(after, () => `${after}${text}`),
  );
}

test('the guide names the files of each addition, and there are no others', () => {
  const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
  const told = Object.keys(additions).map((what) => {
    const [, line = ''] = new RegExp(`^\\| ${what} +\\|(.*)$`, 'm').exec(guide) ?? [];
    return [what, [...line.matchAll(/`((?:lib|policies)\/[^`]+)`/g)].map(([, file]) => file)];
  });
  const touched = Object.entries(additions).map(([what, { builder, judge: closed }]) => [
    what,
    [
      builder.file.replace('list-endpoints', '<step>'),
      ...closed.map(({ file }) =>
        file
          .replace('observer-looks', '<job>')
          .replace(/(?<=tripwires\/)(changed-table|removed-alias)/, '<tripwire>'),
      ),
    ],
  ]);
  expect(told).toEqual(touched);
});

test('types hold', () => {
  const tsconfig = join(copy, 'tsconfig.json');
  const text = readFileSync(tsconfig, 'utf8');
  writeFileSync(tsconfig, text.replace(/"include": .*/, '"include": ["lib", "policies"]'));
  expect(run('node_modules/typescript/bin/tsc', '--noEmit', '--singleThreaded').stdout).toBe('');
});

test('the judge of the copy, which requires each of them, finds nothing', () => {
  const { findings, runs } = JSON.parse(readFileSync(join(copy, 'verdict.json'), 'utf8'));
  expect(findings).toEqual([]);
  const evaluated = Object.fromEntries(
    runs.map((each: { source: string; evaluations: number }) => [each.source, each.evaluations]),
  );
  expect(evaluated['LPO controls']).toBeGreaterThan(1000);
  expect(evaluated.proofs).toBeGreaterThan(100);
});

test('the judge as it is, which requires none of them, notices each', () => {
  const exceptions = loadExceptions(join(root, 'config/exceptions.yaml'), false);
  const { findings } = evaluate(assembly, { asOf, exceptions, cloudFormation: false });
  expect(findings.map(({ code, got }) => `${code}: ${got}`).sort()).toEqual([
    'LPO-IDN-02/role-has-a-listed-purpose: lpo-meridian-observer',
    'LPO-INC-02/switch-runs-every-step: a step nobody requires: list-endpoints',
    'LPO-NET-02/endpoint-serves-a-listed-service: com.amazonaws.eu-west-2.ssmmessages',
    expect.stringMatching(/^proof:roles-do-their-jobs-only: .*ec2:DescribeVpcEndpoints/),
    expect.stringMatching(/^proof:roles-do-their-jobs-only: lpo-meridian-key-custodian may iam:/),
    expect.stringMatching(/^proof:roles-do-their-jobs-only: lpo-meridian-observer may /),
    expect.stringMatching(
      /^proof:tripwires-ring: it matches nothing that a tripwire names: .*aliasremovedfilter/,
    ),
    expect.stringMatching(/^proof:tripwires-ring: it rings at nothing that a tripwire names: .*tableschange/),
    expect.stringMatching(/^proof:tripwires-ring: it rings at nothing that a tripwire names: .*aliasremoved/),
  ]);
});

describe('each shows up in the templates', () => {
  test('the endpoint and its names', () => {
    const network = stackOf(assembly, 'meridian/Network');
    const services = resourcesOf(network, 'AWS::EC2::VPCEndpoint').map(
      ({ properties }) => properties.ServiceName,
    );
    expect(services).toContain('com.amazonaws.eu-west-2.ssmmessages');
    const lists = resourcesOf(network, 'AWS::Route53Resolver::FirewallDomainList');
    expect(lists.flatMap(({ properties }) => properties.Domains)).toContain(
      'ssmmessages.eu-west-2.amazonaws.com',
    );
  });

  test('the tripwires: a rule, a filter and its alarm', () => {
    const detection = stackOf(assembly, 'meridian/Detection');
    const names = (type: string, property: string) =>
      resourcesOf(detection, type).map(({ properties }) => properties[property]);
    expect(names('AWS::Events::Rule', 'Name')).toContain('lpo-meridian-tables-change');
    expect(names('AWS::Logs::MetricFilter', 'FilterName')).toContain('lpo-meridian-alias-removed');
    expect(names('AWS::CloudWatch::Alarm', 'AlarmName')).toContain('lpo-meridian-alias-removed');
  });

  test('the step: a branch with its time and tries, and the permission of the containment role', () => {
    const [machine] = resourcesOf(
      stackOf(assembly, 'meridian/KillSwitch'),
      'AWS::StepFunctions::StateMachine',
    );
    const { Branches, ResultSelector } = JSON.parse(machine?.properties.DefinitionString).States['cut-off'];
    const state = Branches.at(-1).States['list-endpoints'];
    expect(state).toMatchObject({ TimeoutSeconds: 120, Next: 'list-endpoints ends' });
    expect(state.Retry[1].MaxAttempts).toBe(1);
    expect(ResultSelector.reports).toHaveProperty(['list-endpoints.$'], "$[3].reports['list-endpoints']");
    const containment = resourcesOf(stackOf(assembly, 'meridian/Access'), 'AWS::IAM::ManagedPolicy').filter(
      ({ properties }) => JSON.stringify(properties.PolicyDocument).includes('ec2:DescribeVpcEndpoints'),
    );
    expect(containment.map(({ properties }) => properties.ManagedPolicyName)).toContain(
      'lpo-meridian-containment-boundary',
    );
  });

  test('the role, under its boundary, and the suspension of whoever holds it', () => {
    const access = stackOf(assembly, 'meridian/Access');
    const role = resourcesOf(access, 'AWS::IAM::Role').find(
      ({ properties }) => properties.RoleName === 'lpo-meridian-observer',
    );
    expect(JSON.stringify(role?.properties.PermissionsBoundary)).toContain('lpo-meridian-oversight-boundary');
    const attaching = resourcesOf(access, 'AWS::IAM::ManagedPolicy').filter(({ properties }) =>
      properties.PolicyDocument.Statement.some(
        ({ Sid, Resource }: { Sid?: string; Resource: unknown }) =>
          Sid === 'SuspendPeople' && JSON.stringify(Resource).includes('lpo-meridian-observer'),
      ),
    );
    expect(attaching).toHaveLength(2);
  });
});
