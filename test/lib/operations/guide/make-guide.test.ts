import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { loadConfig } from '../../../../lib/config/load-config.ts';
import { keep } from '../../../../lib/model/keep.ts';
import { makeGuide } from '../../../../lib/operations/guide/make-guide.ts';
import { guideRenderers } from '../../../../lib/operations/guide/render-guide.ts';
import { exampleAssembly, exampleFolder } from '../../../support/example-assembly.ts';
import { parseLpo } from '../../../support/lpo-program.ts';
import { resourcesOf } from '../../../support/resources-of.ts';
import { shellCommands } from '../../../support/shell-words.ts';

const root = resolve(import.meta.dirname, '../../../..');
const { organization, vendors } = loadConfig('config');
const slugs = vendors.map(({ vendor }) => vendor);
const assembly = exampleAssembly();

/** Value of an option in the words of a command. */
const optionOf = (words: readonly string[], option: string): string | undefined =>
  words.includes(option) ? words[words.indexOf(option) + 1] : undefined;

test('there are two examples', () => {
  expect(slugs).toEqual(['luzon', 'meridian']);
});

/** By verb: the CDK takes a second to say it. */
const cdkHelp = new Map<string, string>();
const helpOf = (verb: string): string =>
  spawnSync(process.execPath, ['node_modules/aws-cdk/bin/cdk', verb, '--help'], {
    cwd: root,
    encoding: 'utf8',
  }).stdout;

describe.each(slugs)('%s', (slug) => {
  const guide = makeGuide(slug, 'config');
  const text = guideRenderers.text(guide);
  const commands = shellCommands(text, ['aws', 'npx']);
  const lpo = commands.filter(([, program]) => program === 'lpo').map((words) => words.slice(2));
  const cdk = commands.filter(([, program]) => program === 'cdk').map((words) => words.slice(2));
  const vendor = vendors.find((each) => each.vendor === slug);
  // The example assembly of one vendor alone is what `lpo synth --vendor` makes.
  const stacks = new CloudAssembly(exampleFolder(slug)).stacksRecursively;
  const deployed = cdk
    .filter(([verb]) => verb === 'deploy')
    .map((words) => optionOf(words, '--exclusively') ?? '');

  test('is the same twice, in every format', () => {
    const again = makeGuide(slug, 'config');
    for (const render of Object.values(guideRenderers)) expect(render(again)).toBe(render(guide));
  });

  test('each step has something to do and something to check', () => {
    for (const step of guide.steps) {
      expect(step.commands.flatMap(({ lines }) => lines)).not.toEqual([]);
      expect(step.check).not.toEqual([]);
    }
  });

  test('every account is named with each of its Regions, and bootstrapped there under a policy that exists', () => {
    const places = new Set(stacks.map(({ environment: { account, region } }) => `${account}/${region}`));
    expect(
      cdk
        .filter(([verb]) => verb === 'bootstrap')
        .map(([, environment]) => environment?.slice('aws://'.length)),
    ).toEqual(expect.arrayContaining([...places]));
    const files = commands
      .flatMap((words) => optionOf(words, '--policy-document') ?? [])
      .filter((file) => file.startsWith('file://'));
    expect(new Set(files).size).toBe(5);
    for (const file of files) expect(existsSync(join(root, file.replace('file://', '')))).toBe(true);
    const ids = [...Object.values(organization.accounts), vendor?.account];
    expect([...places].filter((place) => !ids.includes(place.split('/')[0]))).toEqual([]);
    for (const id of ids) expect(text).toContain(`${id}`);
  });

  test('each account gets the policy of its kind', () => {
    const kinds = {
      management: organization.accounts.management,
      security: organization.accounts.security,
      'log-archive': organization.accounts.logArchive,
      backup: organization.accounts.backup,
      vendor: vendor?.account,
    };
    const profiles = new Map(
      Object.keys(kinds).map((kind) => [kind, kind === 'vendor' ? `lpo-vendor-${slug}` : `lpo-${kind}`]),
    );
    for (const words of commands.filter((each) => each.includes('create-policy'))) {
      const kind = /bootstrap\/([a-z-]+)\.json/.exec(words.join(' '))?.[1] ?? '';
      expect({ kind, profile: optionOf(words, '--profile') }).toEqual({ kind, profile: profiles.get(kind) });
    }
    for (const [, environment = '', ...words] of cdk.filter(([verb]) => verb === 'bootstrap')) {
      const [account] = environment.slice('aws://'.length).split('/');
      const [kind = ''] = Object.entries(kinds).find(([, id]) => id === account) ?? [];
      expect(optionOf(words, '--profile')).toBe(profiles.get(kind));
      expect(optionOf(words, '--qualifier')).toBe(organization.bootstrapQualifier);
      // All of an account that is trusted is trusted: none that holds something of ours.
      expect(words).not.toContain('--trust');
      expect(optionOf(words, '--cloudformation-execution-policies')).toBe(
        `arn:aws:iam::${account}:policy/${optionOf(words, '--custom-permissions-boundary')}`,
      );
    }
  });

  test('enables the policy types that the templates use', () => {
    const used = resourcesOf(assembly, 'AWS::Organizations::Policy').map(({ properties }) => properties.Type);
    const enabled = commands.flatMap((words) => optionOf(words, '--policy-type') ?? []);
    expect(enabled).toEqual([...new Set(used)].sort());
  });

  test('every stack of the assembly is deployed once, with the credentials of its account', () => {
    expect([...deployed].sort()).toEqual(stacks.map(({ hierarchicalId }) => hierarchicalId).sort());
    expect(new Set(deployed).size).toBe(deployed.length);
    const accountOf = new Map(
      commands
        .filter((words) => words.includes('get-caller-identity'))
        .map((words, index) => [
          optionOf(words, '--profile'),
          [...Object.values(organization.accounts), vendor?.account][index],
        ]),
    );
    for (const words of cdk.filter(([verb]) => verb === 'deploy')) {
      const stack = stacks.find(({ hierarchicalId }) => hierarchicalId === optionOf(words, '--exclusively'));
      expect(accountOf.get(optionOf(words, '--profile'))).toBe(stack?.environment.account);
    }
  });

  test('no stack is deployed before one it depends on', () => {
    for (const { hierarchicalId, dependencies } of stacks)
      for (const { id } of dependencies) {
        const before = stacks.find((stack) => stack.id === id)?.hierarchicalId;
        if (before === undefined) continue; // Its assets.
        expect({ before, at: deployed.indexOf(before) < deployed.indexOf(hierarchicalId) }).toEqual({
          before,
          at: true,
        });
      }
    expect(stacks.flatMap(({ dependencies }) => dependencies).length).toBeGreaterThan(20);
  });

  test('roles and providers are those of the templates, and all that people of the provider get', () => {
    const account = vendor?.account;
    const named = new Set(
      ['role', 'saml-provider'].flatMap((kind) => [
        ...[...text.matchAll(new RegExp(`arn:aws:iam::\\d{12}:${kind}/[\\w-]+`, 'g'))].map(([arn]) => arn),
      ]),
    );
    const arn = (place: { account?: string }, kind: string, name: unknown) =>
      `arn:aws:iam::${place.account}:${kind}/${name}`;
    const roles = assembly.stacks.flatMap((stack) =>
      Object.values(stack.template.Resources ?? {})
        .filter(({ Type }) => Type === 'AWS::IAM::Role')
        .map(({ Properties }) => ({ stack, properties: Properties as Record<string, unknown> })),
    );
    const providers = assembly.stacks.flatMap((stack) =>
      Object.values(stack.template.Resources ?? {})
        .filter(({ Type }) => Type === 'AWS::IAM::SAMLProvider')
        .map(({ Properties }) =>
          arn(stack as { account?: string }, 'saml-provider', (Properties as { Name: string }).Name),
        ),
    );
    const made = new Set([
      ...providers,
      ...roles.map(({ stack, properties }) =>
        arn(stack as { account?: string }, 'role', properties.RoleName),
      ),
    ]);
    const ofBootstrap = [...named].filter((each) => each.includes(':role/cdk-'));
    expect(ofBootstrap).toEqual([
      arn(
        { account },
        'role',
        `cdk-${organization.bootstrapQualifier}-deploy-role-${account}-${vendor?.region}`,
      ),
      arn(
        { account },
        'role',
        `cdk-${organization.bootstrapQualifier}-cfn-exec-role-${account}-${vendor?.region}`,
      ),
    ]);
    expect([...named].filter((each) => !made.has(each) && !ofBootstrap.includes(each))).toEqual([]);
    expect([...named].filter((each) => each.includes('saml-provider')).sort()).toEqual(
      providers.filter((each) => each.includes(`::${account}:`)).sort(),
    );

    const federated = roles.filter(
      ({ stack, properties }) =>
        stack.account === account &&
        JSON.stringify(properties.AssumeRolePolicyDocument).includes('sts:AssumeRoleWithSAML'),
    );
    const taken = commands.filter((words) => words.includes('assume-role-with-saml'));
    expect(
      taken.map((words) => [optionOf(words, '--role-arn'), optionOf(words, '--duration-seconds')]).sort(),
    ).toEqual(
      federated
        .map(({ properties }) => [
          arn({ account }, 'role', properties.RoleName),
          `${properties.MaxSessionDuration}`,
        ])
        .sort(),
    );
  });

  test('topics are those of the templates', () => {
    const topics = assembly.stacks.flatMap((stack) =>
      Object.values(stack.template.Resources ?? {})
        .filter(({ Type }) => Type === 'AWS::SNS::Topic')
        .map(
          ({ Properties }) =>
            `arn:aws:sns:${stack.region}:${stack.account}:${(Properties as { TopicName: string }).TopicName}`,
        ),
    );
    const named = [...new Set([...text.matchAll(/arn:aws:sns:[\w:-]+/g)].map(([arn]) => arn))];
    expect(named.length).toBe(2);
    expect(topics).toEqual(expect.arrayContaining(named));
  });

  test('groups are those of the vendor file', () => {
    const groups = [
      ...Object.values(vendor?.groups ?? {}),
      ...(vendor?.matters ?? []).flatMap((matter) => Object.values(matter.groups)),
    ];
    expect(groups.length).toBeGreaterThan(12);
    for (const group of groups) expect(text).toContain(group);
  });

  test('each group gets the role of its function in its matter', () => {
    const rows = guide.steps.flatMap(({ tables = [] }) => tables.flatMap((table) => table.rows));
    for (const matter of vendor?.matters ?? [])
      for (const [fn, group] of Object.entries(matter.groups)) {
        const [, value] =
          rows.flatMap((row) =>
            row[0] === `${matter.id} ${fn}` && row.length === 3 ? [row.slice(1)] : [],
          )[0] ?? [];
        const word = fn.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        expect(value).toContain(`:role/lpo-${slug}-${matter.id}-${word},`);
        expect(rows).toContainEqual([`${matter.id} ${fn}`, group, value]);
        expect(rows).toContainEqual([`${matter.id} ${fn}`, group]);
      }
  });

  test('every command of the AWS CLI says whose credentials it takes, but for those of people', () => {
    const without = commands.filter((words) => words[0] === 'aws' && !words.includes('--profile'));
    expect(new Set(without.map((words) => words[2]))).toEqual(new Set(['assume-role-with-saml']));
    const profiles = new Set(commands.flatMap((words) => optionOf(words, '--profile') ?? []));
    // Five accounts, the deployment of one, staff and their five roles.
    expect(profiles.size).toBe(12);
  });

  test('roles that ask for MFA are those of the templates, each with a group that may ask for it alone and a profile', () => {
    const asking = assembly.stacks
      .filter(({ id }) => id.startsWith(`${slug}/`))
      .flatMap(({ account, template }) =>
        Object.values(template.Resources ?? {}).flatMap(({ Type, Properties }) => {
          const { AssumeRolePolicyDocument: trust, RoleName: name } = (Properties ?? {}) as Record<
            string,
            unknown
          >;
          return Type === 'AWS::IAM::Role' && JSON.stringify(trust).includes('aws:MultiFactorAuthPresent')
            ? [`arn:aws:iam::${account}:role/${name}`]
            : [];
        }),
      )
      .sort();
    expect(asking.length).toBe(5);
    const security = organization.accounts.security;
    const groups = commands
      .filter((words) => words.includes('put-group-policy'))
      .map((words) => {
        expect(optionOf(words, '--profile')).toBe('lpo-security');
        return [
          optionOf(words, '--group-name'),
          JSON.parse(optionOf(words, '--policy-document') ?? ''),
        ] as const;
      });
    expect(groups.map(([, { Statement }]) => Statement)).toEqual(
      expect.arrayContaining(
        asking.map((Resource) => [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource }]),
      ),
    );
    expect(groups.length).toBe(asking.length);
    const made = commands.filter((words) => words.includes('create-group'));
    const joined = commands.filter((words) => words.includes('add-user-to-group'));
    const names = groups.map(([name]) => name);
    expect(made.map((words) => optionOf(words, '--group-name'))).toEqual(names);
    expect(joined.map((words) => optionOf(words, '--group-name'))).toEqual(names);
    for (const name of names) expect(`${name}`.startsWith(`lpo-${slug}-`)).toBe(true);
    const profiles = [
      ...text.matchAll(
        /^\[profile (\S+)\]\nrole_arn = (\S+)\nsource_profile = lpo-staff\nmfa_serial = \$serial\n/gm,
      ),
    ];
    expect(profiles.map(([, profile, arn]) => [profile, arn])).toEqual(
      groups.map(([name, { Statement }]) => [name, Statement[0].Resource]),
    );
    expect(text).toContain(`serial="arn:aws:iam::${security}:mfa/$staff"`);
    const tries = commands.filter((words) => words.includes('get-caller-identity'));
    expect(tries.map((words) => optionOf(words, '--profile'))).toEqual(expect.arrayContaining(names));
    // A user of a vendor's account is what its guardrails refuse.
    for (const words of commands.filter((each) => each.includes('create-user')))
      expect(optionOf(words, '--profile')).toBe('lpo-security');
  });

  test('every variable is set in the step that uses it, and no value is left open', () => {
    for (const { title, commands } of guide.steps) {
      const set = new Set(['HOME']);
      for (const line of commands
        .flatMap(({ lines }) => lines)
        .join('\n')
        .split('\n')) {
        for (const [, name = ''] of line.matchAll(/(?:^|\s)(?:for |read -r )?([a-z_]+)(?:=| in |$)/g))
          set.add(name);
        for (const [, names = ''] of line.matchAll(/read -r ([a-z ]+)$/g))
          for (const name of names.split(' ')) set.add(name);
        for (const [, name = ''] of line.matchAll(/\$([A-Za-z_]+)/g))
          expect({ title, name, isSet: set.has(name) }).toEqual({ title, name, isSet: true });
      }
    }
    expect(text.match(/<[a-z][^>]*>|\.\.\.|…|\bTODO\b|EXAMPLE/g)).toBe(null);
  });

  test('it is a script that a shell can read', () => {
    expect(spawnSync('sh', ['-n'], { input: text, encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  });

  test('every command of lpo is one', async () => {
    expect(lpo.length).toBeGreaterThan(7);
    for (const words of lpo) await parseLpo(words);
  });

  test('every option of the CDK is one', () => {
    const verbs = [...new Set(cdk.map(([verb = '']) => verb))];
    expect(verbs.sort()).toEqual(['bootstrap', 'deploy', 'ls']);
    for (const verb of verbs) {
      const help = keep(cdkHelp, verb, () => helpOf(verb));
      const options = cdk
        .filter(([each]) => each === verb)
        .flatMap((words) => words.filter((word) => word.startsWith('--')));
      for (const option of new Set(options)) expect(help).toMatch(new RegExp(`${option}\\b`));
    }
  });
});

test.each([
  ['openssl', 'openssl req -x509', 'acm-pca'],
  ['private-authority', 'acm-pca issue-certificate', 'root.key'],
] as const)('certificates by %s come one way alone, and the step names the other', (source, has, hasNot) => {
  const guide = makeGuide('meridian', 'config', source);
  const text = guideRenderers.text(guide);
  expect(text).toContain(has);
  expect(text).not.toContain(hasNot);
  const [other] = ['openssl', 'private-authority'].filter((each) => each !== source);
  expect(text.replace(/\n# /g, ' ')).toContain(`take --certificates ${other}`);
  // Each certificate is asked for once.
  expect(text.match(/^server_certificate=/gm)?.length).toBe(1);
  expect(text.match(/^client_root=/gm)?.length).toBe(1);
});

test('each sign-in says whose it is, and that it wants an assertion of its own', () => {
  const [step] = makeGuide('meridian', 'config').steps.filter(({ title }) => title === 'First sign-ins');
  const remarks = (step?.commands ?? [])
    .filter(({ lines }) => lines.join(' ').includes('assume-role-with-saml'))
    .map(({ lines, remark }) => ({ commands: lines.length, remark }));
  expect(remarks.length).toBe(17);
  for (const { commands, remark } of remarks)
    expect([commands, remark]).toEqual([
      1,
      expect.stringMatching(/: somebody of .*group.*fresh lpo-assertion\./),
    ]);
});

test('an option that is not there is refused', async () => {
  await expect(parseLpo(['guide', 'meridian', '--colour'])).rejects.toThrow('unknown option');
});
