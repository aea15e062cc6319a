import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { bootstrapVersion } from '../../../../policies/proofs/aws/bootstrap-roles.ts';
import { chooseStatements } from '../../../../policies/proofs/choose-statements.ts';
import { proveAssembly } from '../../../../policies/proofs/prove-assembly.ts';
import type { Assembly, Deployment, StackTemplate } from '../../../../policies/template/assembly.ts';
import { exampleAssembly } from '../../../support/example-assembly.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates and policies are edited as JSON is
type Json = any;

const room = exampleAssembly('meridian');
const statements = chooseStatements(['aws-accepts-every-resource']);

/** What AWS does not take, in words; and what the prover could not even read. */
function refusals(assembly: Assembly): string[] {
  const { results, failures } = proveAssembly(assembly, { statements });
  return [
    ...results.flatMap(({ subject, verdict }) => {
      if (verdict.kind === 'proved') return [];
      if (verdict.kind === 'unknown') return [`${subject}: unknown ${verdict.reason}`];
      if ('counterExample' in verdict) return [`${subject}: a request`];
      return verdict.witness.map((problem) => `${subject}: ${problem}; ${verdict.culprits.join(' ')}`);
    }),
    ...failures.map(
      ({ code, where, got, expected }) =>
        `${code} ${where.logicalId} ${where.property}: got ${got}, expected ${expected}`,
    ),
  ];
}

const changed = (edit: (stack: StackTemplate) => StackTemplate): Assembly => ({
  ...room,
  stacks: room.stacks.map(edit),
});

const stacks = {
  access: 'meridian/Access',
  alerts: 'meridian/Alerts',
  backup: 'meridian/Backup',
  detection: 'meridian/Detection',
  guardrails: 'meridian/Guardrails',
  killSwitch: 'meridian/KillSwitch',
  ledger: 'meridian/Ledger',
  logs: 'meridian/Logs',
  matter: 'meridian/Matter-m-7f3a9c',
  network: 'meridian/Network',
} as const;

/** The room after one edit of one template. */
const withTemplate = (id: keyof typeof stacks, edit: (resources: Json, template: Json) => void): Assembly => {
  expect(room.stacks.map((stack) => stack.id)).toContain(stacks[id]);
  return changed((stack) => {
    if (stack.id !== stacks[id]) return stack;
    const template = structuredClone(stack.template);
    edit(template.Resources, template);
    return { ...stack, template };
  });
};

/** The room after one edit of the properties of the first resource of a type. */
const withFirst = (
  id: keyof typeof stacks,
  type: string,
  edit: (properties: Json) => void,
  which: (properties: Json) => boolean = () => true,
): Assembly =>
  withTemplate(id, (resources) => {
    const found = Object.values<Json>(resources).find(
      ({ Type, Properties }) => Type === type && which(Properties),
    );
    expect(found).toBeDefined();
    edit(found.Properties);
  });

const withPolicy = (account: string, edit: (document: Json) => void): Assembly =>
  changed((stack) => {
    if (stack.account !== account || !stack.deployment) return stack;
    const policy = structuredClone(stack.deployment.policy) as Json;
    edit(policy);
    return { ...stack, deployment: { ...stack.deployment, policy } };
  });

const withDeployment = (id: keyof typeof stacks, edit: (deployment: Deployment) => Deployment): Assembly =>
  changed((stack) =>
    stack.id === stacks[id] && stack.deployment ? { ...stack, deployment: edit(stack.deployment) } : stack,
  );

/** Place of each kind of policy in the example: stack, type, property, which of them. */
const policies = {
  'managed policy': ['access', 'AWS::IAM::ManagedPolicy', 'PolicyDocument'],
  'trust policy': ['access', 'AWS::IAM::Role', 'AssumeRolePolicyDocument'],
  'bucket policy': ['matter', 'AWS::S3::BucketPolicy', 'PolicyDocument'],
  'access point policy': ['matter', 'AWS::S3::AccessPoint', 'Policy'],
  'key policy': ['logs', 'AWS::KMS::Key', 'KeyPolicy'],
  'topic policy': ['alerts', 'AWS::SNS::TopicPolicy', 'PolicyDocument'],
  'endpoint policy': ['network', 'AWS::EC2::VPCEndpoint', 'PolicyDocument'],
  'log resource policy': ['logs', 'AWS::Logs::ResourcePolicy', 'PolicyDocument'],
  'vault policy': ['backup', 'AWS::Backup::BackupVault', 'AccessPolicy'],
  'service control policy': ['guardrails', 'AWS::Organizations::Policy', 'Content', 'SERVICE_CONTROL_POLICY'],
  'resource control policy': [
    'guardrails',
    'AWS::Organizations::Policy',
    'Content',
    'RESOURCE_CONTROL_POLICY',
  ],
} as const;
type Kind = keyof typeof policies;
const kinds = Object.keys(policies) as Kind[];

/** Logical id of the resource that holds the policy of a kind. */
function holderOf(kind: Kind): string {
  const [id, type, property, of] = policies[kind];
  const stack = room.stacks.find((one) => one.id === stacks[id]);
  const [logicalId] =
    Object.entries<Json>(stack?.template.Resources ?? {}).find(
      ([, { Type, Properties }]) =>
        Type === type && Properties[property] !== undefined && (of === undefined || Properties.Type === of),
    ) ?? [];
  if (logicalId === undefined) throw new Error(`no ${kind} in ${stacks[id]}`);
  return logicalId;
}

/** The room after the same edit of policies of some kinds; a document that is JSON text is parsed and written again. */
const withKinds = (of: readonly Kind[], edit: (document: Json) => void): Assembly => ({
  ...room,
  stacks: room.stacks.map((stack) => {
    const here = of.filter((kind) => stacks[policies[kind][0]] === stack.id);
    if (here.length === 0) return stack;
    const template = structuredClone(stack.template) as Json;
    for (const kind of here) {
      const property = policies[kind][2];
      const properties = template.Resources[holderOf(kind)].Properties;
      const isText = typeof properties[property] === 'string';
      const document = isText ? JSON.parse(properties[property]) : properties[property];
      edit(document);
      properties[property] = isText ? JSON.stringify(document) : document;
    }
    return { ...stack, template };
  }),
});
const withKind = (kind: Kind, edit: (document: Json) => void): Assembly => withKinds([kind], edit);

/** What the prover cannot read hides the facts about what it does not read at all. */
const unread: readonly Kind[] = ['log resource policy'];

/** Rows that plant the same in every kind at once, and expect each to be refused. */
const plantEach = (
  what: string,
  edit: (document: Json) => void,
  expected: RegExp,
  of: readonly Kind[] = kinds,
): [string, readonly Kind[], (document: Json) => void, RegExp][] =>
  [of.filter((kind) => !unread.includes(kind)), of.filter((kind) => unread.includes(kind))]
    .filter((group) => group.length > 0)
    .map((group) => [`${what} in each ${group.join(', ')}`, group, edit, expected]);

const first = ({ Statement }: Json): Json => (Array.isArray(Statement) ? Statement[0] : Statement);
const ofIam: readonly Kind[] = [
  'managed policy',
  'trust policy',
  'service control policy',
  'resource control policy',
];
const withPrincipals = kinds.filter(
  (kind) => !['managed policy', 'service control policy', 'resource control policy'].includes(kind),
);
const nobody = { AWS: 'arn:aws:iam::200000000001:role/lpo-meridian-nobody' };

test('AWS takes the shipped stacks, resources and policies', () => {
  expect(refusals(exampleAssembly())).toEqual([]);
});

test('a policy of every account, and resources of every family, are looked at', () => {
  const { results } = proveAssembly(room, { statements });
  const subjects = results.map(({ subject }) => subject);
  expect(subjects).toContain('AWS takes bootstrap/200000000001.json');
  expect(subjects).toContain('AWS takes the stack meridian/Logs');
  expect(subjects.length).toBeGreaterThan(200);
});

test('the bootstrap that a manifest may ask for is the one that the pinned command line makes', () => {
  const home = dirname(createRequire(import.meta.url).resolve('aws-cdk/package.json'));
  const template = readFileSync(join(home, 'lib/api/bootstrap/bootstrap-template.yaml'), 'utf8');
  const [, version] =
    /BootstrapVersion:[\s\S]*?Value: '(\d+)'/.exec(template.slice(template.indexOf('Outputs:'))) ?? [];
  expect(Number(version)).toBe(bootstrapVersion);
});

describe('grammar', () => {
  test.each<[string, readonly Kind[], (document: Json) => void, RegExp]>([
    ...plantEach(
      'two statements of one name',
      (document) => {
        const one = { Sid: 'Twice', ...first(document) };
        document.Statement = [
          ...[document.Statement].flat(),
          { ...one, Sid: 'Twice' },
          { ...one, Sid: 'Twice' },
        ];
      },
      /Statement\[\d+\]\.Sid: got a second Twice, expected a Sid for one statement alone/,
    ),
    ...plantEach(
      'a name with a space',
      (document) => {
        first(document).Sid = 'with space';
      },
      /\.Sid: got with space, expected letters and digits/,
      ofIam,
    ),
    ...plantEach(
      'a character that IAM does not take',
      (document) => {
        first(document).Condition = { StringEquals: { 'aws:PrincipalTag/x': 'Łódź' } };
      },
      /got "Ł", expected characters up to U\+00FF/,
      ofIam,
    ),
    ...plantEach(
      'an element that there is not',
      (document) => {
        first(document).Sometimes = true;
      },
      /\.Sometimes: got element Sometimes/,
    ),
    ...plantEach(
      'an old version',
      (document) => {
        document.Version = '2008-10-17';
      },
      /\.Version: got 2008-10-17, expected 2012-10-17/,
    ),
    ...plantEach(
      'neither Action nor NotAction',
      (document) => {
        delete first(document).Action;
        delete first(document).NotAction;
      },
      /\.Action: got none, expected Action or NotAction/,
    ),
    ...plantEach(
      'Action and NotAction',
      (document) => {
        first(document).NotAction = 's3:GetObject';
        first(document).Action = 's3:GetObject';
      },
      /got Action and NotAction, expected one of them/,
    ),
    ...plantEach(
      'an operator that there is not',
      (document) => {
        first(document).Condition = { StringMatches: { 'aws:PrincipalArn': 'x' } };
      },
      /Condition\.StringMatches: got StringMatches/,
    ),
    ...plantEach(
      'a key of S3 that there is not',
      (document) => {
        first(document).Condition = { StringEquals: { 's3:nonsense': 'x' } };
      },
      /Condition\.StringEquals: got s3:nonsense, expected a condition key that AWS documents/,
    ),
    ...plantEach(
      'a global key that there is not',
      (document) => {
        first(document).Condition = { StringEquals: { 'aws:PrincipalRegion': 'x' } };
      },
      /got aws:PrincipalRegion, expected a condition key that AWS documents/,
    ),
    ...plantEach(
      'a key of a service that there is not',
      (document) => {
        first(document).Condition = { StringEquals: { 'nonsense:Key': 'x' } };
      },
      /got nonsense:Key, expected a condition key that AWS documents/,
    ),
    ...(
      [
        ['NumericLessThan', 's3:max-keys', 'ten'],
        ['DateGreaterThan', 'aws:CurrentTime', 'tomorrow'],
        ['Bool', 'aws:SecureTransport', 'yes'],
        ['IpAddress', 'aws:SourceIp', '10.0.0.300/8'],
        ['IpAddress', 'aws:SourceIp', '10.0.0.0/64'],
        ['ArnLike', 'aws:PrincipalArn', 'reviewer'],
      ] as const
    ).flatMap(([operator, key, value]) =>
      plantEach(
        `${operator} ${value}`,
        (document) => {
          first(document).Condition = { [operator]: { [key]: value } };
        },
        new RegExp(
          `Condition\\.${operator}\\.${key}: got ${value}, expected a value that ${operator} can compare`,
        ),
      ),
    ),
    ...plantEach(
      'a principal',
      (document) => {
        first(document).Principal = '*';
      },
      /\.Principal: got \*, expected no Principal in this kind of policy/,
      ['managed policy', 'service control policy'],
    ),
    ...plantEach(
      'no principal',
      (document) => {
        delete first(document).Principal;
      },
      /\.Principal: got none, expected Principal or NotPrincipal/,
      [...withPrincipals, 'resource control policy'],
    ),
    ...plantEach(
      'a resource',
      (document) => {
        first(document).Resource = '*';
      },
      /\.Resource: got \*, expected no Resource in this kind of policy/,
      ['trust policy'],
    ),
    ...plantEach(
      'no resource',
      (document) => {
        delete first(document).Resource;
        delete first(document).NotResource;
      },
      /\.Resource: got none, expected Resource or NotResource/,
      kinds.filter((kind) => kind !== 'trust policy'),
    ),
    ...plantEach(
      'a role that nobody makes',
      (document) => {
        first(document).Principal = nobody;
      },
      /\.Principal: got AWS arn:aws:iam::200000000001:role\/lpo-meridian-nobody, expected a principal that is there/,
      withPrincipals,
    ),
    ...plantEach(
      'a wildcard within a principal',
      (document) => {
        first(document).Principal = { AWS: 'arn:aws:iam::200000000001:role/lpo-*' };
      },
      /\.Principal: got AWS: arn:aws:iam::200000000001:role\/lpo-\*, expected one named principal/,
      withPrincipals,
    ),
    ...plantEach(
      'a service that is none',
      (document) => {
        first(document).Principal = { Service: 'cloudtrail' };
      },
      /\.Principal: got Service cloudtrail, expected a service principal/,
      withPrincipals,
    ),
  ])('refused: %s', (_what, of, edit, expected) => {
    const found = refusals(withKinds(of, edit));
    for (const kind of of)
      expect(found).toContainEqual(
        expect.stringMatching(new RegExp(`${holderOf(kind)}.*${expected.source}`, 's')),
      );
  });
});

const foreign = (action: string) => (document: Json) => {
  first(document).Action = action;
  delete first(document).NotAction;
};
const on = (resource: string) => (document: Json) => {
  first(document).Resource = resource;
  delete first(document).NotResource;
};

describe('what each service takes', () => {
  test('refused: an action of EC2 in each policy of a resource', () => {
    const of = withPrincipals.filter((kind) => kind !== 'endpoint policy');
    const found = refusals(withKinds(of, foreign('ec2:RunInstances')));
    for (const kind of of)
      expect(found).toContainEqual(
        expect.stringMatching(
          new RegExp(
            `${holderOf(kind)}: .*Action: got ec2:RunInstances, expected an action that a ${kind} can be about`,
          ),
        ),
      );
  });

  test.each<[string, () => Assembly, RegExp]>([
    [
      'trust policy: an action of STS that is not for a role',
      () => withKind('trust policy', foreign('sts:GetCallerIdentity')),
      /got sts:GetCallerIdentity, expected an action that a trust policy takes/,
    ],
    [
      'trust policy: NotPrincipal',
      () =>
        withKind('trust policy', (document) => {
          first(document).NotPrincipal = first(document).Principal;
          delete first(document).Principal;
        }),
      /NotPrincipal/,
    ],
    [
      'bucket policy: every resource',
      () => withKind('bucket policy', on('*')),
      /Resource: got \*, expected arn:aws:s3:::lpo-meridian-\S+ or what is below it/,
    ],
    [
      'bucket policy: another bucket',
      () => withKind('bucket policy', on('arn:aws:s3:::elsewhere/*')),
      /Resource: got arn:aws:s3:::elsewhere\/\*, expected arn:aws:s3:::lpo-meridian-/,
    ],
    [
      'bucket policy: an action on objects, on the bucket alone',
      () =>
        withKind('bucket policy', (document) => {
          const [bucket] = [first(document).Resource].flat();
          foreign('s3:GetObject')(document);
          first(document).Resource = bucket;
        }),
      /Action: got s3:GetObject, expected an action on bucket, as Resource names/,
    ],
    [
      'bucket policy: actions on access points',
      () => withKind('bucket policy', foreign('s3:PutAccessPoint*')),
      /Action: got s3:PutAccessPoint\*, expected an action on/,
    ],
    [
      'bucket policy: a key that comes with other actions',
      () =>
        withKind('bucket policy', (document) => {
          foreign('s3:GetObject')(document);
          first(document).Condition = { StringEquals: { 's3:prefix': 'x' } };
        }),
      /Condition\.StringEquals: got s3:prefix with s3:GetObject, expected a key that comes with the action/,
    ],
    [
      'access point policy: the bucket behind it',
      () => withKind('access point policy', on('arn:aws:s3:::elsewhere/*')),
      /Resource: got arn:aws:s3:::elsewhere\/\*, expected arn:aws:s3:eu-west-2:200000000001:accesspoint\//,
    ],
    [
      'key policy: another key',
      () => withKind('key policy', on('arn:aws:kms:eu-west-2:200000000001:key/1')),
      /Resource: got arn:aws:kms:\S+, expected \*/,
    ],
    [
      'topic policy: another topic',
      () => withKind('topic policy', on('arn:aws:sns:eu-west-2:200000000001:elsewhere')),
      /Resource: got arn:aws:sns:eu-west-2:200000000001:elsewhere, expected arn:aws:sns:eu-west-2:200000000001:lpo-meridian-alerts/,
    ],
    [
      'topic policy: every action',
      () => withKind('topic policy', foreign('sns:*')),
      /got sns:\*, expected an action that a topic policy takes/,
    ],
    [
      'vault policy: a pattern of actions',
      () => withKind('vault policy', foreign('backup:Delete*')),
      /got backup:Delete\*, expected an action that a vault policy takes/,
    ],
    [
      'resource control policy: every action',
      () => withKind('resource control policy', foreign('*')),
      /got \*, expected an action that a resource control policy takes/,
    ],
    [
      'resource control policy: a service without them',
      () => withKind('resource control policy', foreign('ec2:RunInstances')),
      /got ec2:RunInstances, expected an action that a resource control policy can be about/,
    ],
    [
      'resource control policy: NotAction',
      () =>
        withKind('resource control policy', (document) => {
          delete first(document).Action;
          first(document).NotAction = 's3:GetObject';
        }),
      /NotAction: got NotAction, expected no NotAction in a resource control policy/,
    ],
    [
      'resource control policy: one principal',
      () =>
        withKind('resource control policy', (document) => {
          first(document).Principal = { AWS: 'arn:aws:iam::200000000001:root' };
        }),
      /Principal: got a principal, expected "\*"/,
    ],
    [
      'service control policy: an Allow for one resource',
      () =>
        withKind('service control policy', (document) =>
          document.Statement.push({ Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::x' }),
        ),
      /Resource: got a resource under Allow, expected "\*"/,
    ],
    [
      'execution policy: two statements of one name',
      () => withPolicy('200000000001', ({ Statement }) => Statement.push(Statement[0])),
      /bootstrap\/200000000001\.json: bootstrap\/200000000001\.json\.Statement\[\d+\]\.Sid: got a second/,
    ],
    [
      'execution policy: a key that there is not',
      () =>
        withPolicy('100000000003', ({ Statement }) => {
          Statement[0].Condition = { StringEquals: { 's3:nonsense': 'x' } };
        }),
      /bootstrap\/100000000003\.json.*got s3:nonsense/,
    ],
  ])('refused: %s', (_what, plant, expected) => {
    expect(refusals(plant())).toContainEqual(expect.stringMatching(expected));
  });
});

/** So many characters more, in actions that AWS knows of a condition that it knows. */
const longer = (characters: number) => (document: Json) => {
  first(document).Condition = {
    ...first(document).Condition,
    StringNotEquals: { 'aws:PrincipalTag/long': 'x'.repeat(characters) },
  };
};

describe('sizes', () => {
  test.each<[Kind, number, RegExp]>([
    ['managed policy', 6144, /got \d+ characters without white space, expected at most 6144/],
    ['trust policy', 2048, /got \d+ characters, expected at most 2048/],
    ['bucket policy', 20_480, /got \d+ bytes, expected at most 20480/],
    ['access point policy', 20_480, /got \d+ bytes, expected at most 20480/],
    ['key policy', 32_768, /got \d+ bytes, expected at most 32768/],
    ['topic policy', 30_720, /got \d+ bytes, expected at most 30720/],
    ['endpoint policy', 20_480, /got \d+ characters, expected at most 20480/],
    ['log resource policy', 5120, /got \d+ characters, expected at most 5120/],
    ['service control policy', 10_240, /got \d+ characters, expected at most 10240/],
    ['resource control policy', 5120, /got \d+ characters, expected at most 5120/],
  ])('refused: a %s of more than %d', (kind, most, expected) => {
    expect(refusals(withKind(kind, longer(most)))).toContainEqual(expect.stringMatching(expected));
  });

  test.each<[string, () => Assembly, RegExp]>([
    [
      'an execution policy of more than 6,144 characters',
      () => withPolicy('200000000001', longer(6144)),
      /bootstrap\/200000000001\.json: got \d+ characters without white space, expected at most 6144/,
    ],
    [
      'inline policies of more than 10,240 characters together',
      () =>
        withFirst('access', 'AWS::IAM::Role', (properties) => {
          const document = (name: string) => ({
            PolicyName: name,
            PolicyDocument: {
              Version: '2012-10-17',
              Statement: [
                { Effect: 'Deny', Action: 's3:GetObject', Resource: `arn:aws:s3:::${'x'.repeat(5200)}` },
              ],
            },
          });
          properties.Policies = [document('one'), document('other')];
        }),
      /inline policies: got 10\d+ characters without white space, expected at most 10240/,
    ],
    [
      'a pattern of events of more than 2,048 characters',
      () =>
        withFirst('detection', 'AWS::Events::Rule', (properties) => {
          properties.EventPattern.source = Array.from({ length: 300 }, (_, index) => `aws.source${index}`);
        }),
      /EventPattern: got \d+ characters, expected at most 2048 \(events-pattern-size\)/,
    ],
    [
      'more targets than a rule may have',
      () =>
        withFirst('detection', 'AWS::Events::Rule', (properties) => {
          properties.Targets = Array.from({ length: 6 }, (_, index) => ({
            ...properties.Targets[0],
            Id: `t${index}`,
          }));
        }),
      /Targets: got 6 targets, expected at most 5/,
    ],
    [
      'more in the environment of a function than it may hold',
      () =>
        withFirst('killSwitch', 'AWS::Lambda::Function', (properties) => {
          properties.Environment = { Variables: { LONG: 'x'.repeat(4096) } };
        }),
      /Environment\.Variables: got \d+ bytes, expected at most 4096/,
    ],
    [
      'more statements than a topic policy may have',
      () =>
        withKind('topic policy', (document) => {
          document.Statement = Array.from({ length: 101 }, (_, index) => ({
            ...first(document),
            Sid: `S${index}`,
          }));
        }),
      /PolicyDocument\.Statement: got 101 statements, expected at most 100/,
    ],
    [
      'more managed policies than a role may have',
      () =>
        withTemplate('access', (resources) => {
          const { Properties: role } = Object.values<Json>(resources).find(
            ({ Type, Properties }) => Type === 'AWS::IAM::Role' && Properties.RoleName,
          );
          for (let index = 0; index < 21; index++)
            resources[`Planted${index}`] = {
              Type: 'AWS::IAM::ManagedPolicy',
              Properties: {
                ManagedPolicyName: `lpo-meridian-planted-${index}`,
                Roles: [role.RoleName],
                PolicyDocument: {
                  Version: '2012-10-17',
                  Statement: [{ Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }],
                },
              },
            };
        }),
      /policies attached: got 2\d policies, expected at most 20/,
    ],
    [
      'more control policies than a target may have',
      () =>
        withTemplate('guardrails', (resources) => {
          const [, one] = Object.entries<Json>(resources).find(
            ([, { Properties }]) => Properties.Type === 'RESOURCE_CONTROL_POLICY',
          ) as [string, Json];
          for (let index = 0; index < 5; index++) resources[`Planted${index}`] = structuredClone(one);
        }),
      /TargetIds: got \d policies on 200000000001, that of AWS among them, expected at most 5/,
    ],
  ])('refused: %s', (_what, plant, expected) => {
    expect(refusals(plant())).toContainEqual(expect.stringMatching(expected));
  });
});

describe('keys, topics and names', () => {
  const key = (id: keyof typeof stacks, change: object) =>
    withFirst(id, 'AWS::KMS::Key', (properties) => Object.assign(properties, change));
  test.each<[string, () => Assembly, RegExp]>([
    [
      'a key for codes of messages',
      () => key('logs', { KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC', EnableKeyRotation: false }),
      /KeySpec: got HMAC_256, expected SYMMETRIC_DEFAULT, as \w+ encrypts with it/,
    ],
    [
      'a pair of keys where a service encrypts',
      () => key('matter', { KeySpec: 'RSA_4096', EnableKeyRotation: false }),
      /KeySpec: got RSA_4096, expected SYMMETRIC_DEFAULT/,
    ],
    [
      'a usage that its spec has not',
      () => key('ledger', { KeyUsage: 'ENCRYPT_DECRYPT' }),
      /KeyUsage: got ENCRYPT_DECRYPT with ECC_NIST_P256, expected SIGN_VERIFY or KEY_AGREEMENT/,
    ],
    ['a disabled key', () => key('logs', { Enabled: false }), /Enabled: got false, expected true/],
    [
      'a key in a store of its own',
      () => key('logs', { Origin: 'AWS_CLOUDHSM' }),
      /Origin: got AWS_CLOUDHSM, expected AWS_KMS or EXTERNAL/,
    ],
    [
      'a key without material, for a log group',
      () => key('logs', { Origin: 'EXTERNAL', EnableKeyRotation: false }),
      /Origin: got EXTERNAL, expected AWS_KMS, as \w+ uses it before anybody imports/,
    ],
    [
      'a key without material that nobody may import',
      () => key('matter', { Origin: 'EXTERNAL', EnableKeyRotation: false }),
      /KeyPolicy: got nobody with kms:ImportKeyMaterial, expected somebody who imports the material/,
    ],
    [
      'rotation of material that KMS did not make',
      () => key('matter', { Origin: 'EXTERNAL', EnableKeyRotation: true }),
      /EnableKeyRotation: got rotation of SYMMETRIC_DEFAULT from EXTERNAL/,
    ],
    [
      'an alias to no key',
      () =>
        withFirst('logs', 'AWS::KMS::Alias', (properties) => {
          properties.TargetKeyId = '11111111-2222-4333-8444-555555555555';
        }),
      /TargetKeyId: got 11111111-\S+, expected a key that a template makes in 200000000001, eu-west-2/,
    ],
    [
      'an alias under a name of AWS',
      () =>
        withFirst('logs', 'AWS::KMS::Alias', (properties) => {
          properties.AliasName = 'alias/aws/logs';
        }),
      /AliasName: got alias\/aws\/logs/,
    ],
    [
      'a topic in order',
      () =>
        withFirst('alerts', 'AWS::SNS::Topic', (properties) => {
          properties.FifoTopic = true;
        }),
      /FifoTopic: got true, expected a topic that reaches people/,
    ],
    [
      'a name of a topic with a space',
      () =>
        withFirst('alerts', 'AWS::SNS::Topic', (properties) => {
          properties.TopicName = 'to everybody';
        }),
      /TopicName: got to everybody/,
    ],
    [
      'a name of a policy that is too long',
      () =>
        withFirst('matter', 'AWS::IAM::ManagedPolicy', (properties) => {
          properties.ManagedPolicyName = 'x'.repeat(129);
        }),
      /ManagedPolicyName: got x+, expected at most 128/,
    ],
    [
      'two roles of one name',
      () =>
        withTemplate('access', (resources) => {
          const roles = Object.values<Json>(resources).filter(({ Type }) => Type === 'AWS::IAM::Role');
          roles[1].Properties.RoleName = roles[0].Properties.RoleName;
        }),
      /name: got the same as meridian\/Access \w+, expected a name of its own/,
    ],
    [
      'two policies of one bucket',
      () =>
        withTemplate('matter', (resources) => {
          resources.Planted = structuredClone(
            Object.values<Json>(resources).find(({ Type }) => Type === 'AWS::S3::BucketPolicy'),
          );
        }),
      /Planted: name: got the same as/,
    ],
  ])('refused: %s', (_what, plant, expected) => {
    expect(refusals(plant())).toContainEqual(expect.stringMatching(expected));
  });
});

describe('stacks', () => {
  test.each<[string, () => Assembly, RegExp]>([
    [
      'a rule that never holds',
      () =>
        withTemplate('logs', (_resources, template) => {
          template.Rules.Never = { Assertions: [{ Assert: { 'Fn::Equals': ['a', 'b'] } }] };
        }),
      /Rules\.Never: got .*, expected CheckBootstrapVersion as the CDK writes it, and no other rule/,
    ],
    [
      'the rule of the CDK, turned around',
      () =>
        withTemplate('logs', (_resources, template) => {
          const [assertion] = template.Rules.CheckBootstrapVersion.Assertions;
          assertion.Assert = assertion.Assert['Fn::Not'][0];
        }),
      /Rules\.CheckBootstrapVersion: got/,
    ],
    ...['Conditions', 'Hooks', 'Transform'].map((section): [string, () => Assembly, RegExp] => [
      `a section ${section}`,
      () =>
        withTemplate('logs', (_resources, template) => {
          template[section] = {};
        }),
      new RegExp(`${section}: got a section ${section}, expected a template that decides nothing`),
    ]),
    [
      'a parameter without a value',
      () =>
        withTemplate('logs', (_resources, template) => {
          template.Parameters.Planted = { Type: 'String' };
        }),
      /Parameters\.Planted: got no value, expected a default/,
    ],
    [
      'a parameter in the store that is not there',
      () =>
        withTemplate('logs', (_resources, template) => {
          template.Parameters.BootstrapVersion.Default = '/elsewhere/version';
        }),
      /Parameters: got \/elsewhere\/version, expected \/cdk-bootstrap\/closedroom\/version/,
    ],
    [
      'a name of a stack that is too long',
      () => changed((stack) => (stack.id === stacks.logs ? { ...stack, stackName: 'x'.repeat(129) } : stack)),
      /stack name: got x+, expected a letter/,
    ],
    [
      'a bootstrap that there is not yet',
      () =>
        withDeployment('logs', (deployment) => ({
          ...deployment,
          bootstrap: { version: 999, parameter: '/cdk-bootstrap/closedroom/version' },
        })),
      /requiresBootstrapStackVersion: got 999, expected at most \d+/,
    ],
    [
      'the bootstrap of another qualifier',
      () =>
        withDeployment('logs', (deployment) => ({
          ...deployment,
          bootstrap: { version: 6, parameter: '/cdk-bootstrap/hnb659fds/version' },
        })),
      /bootstrapStackVersionSsmParameter: got \/cdk-bootstrap\/hnb659fds\/version, expected \/cdk-bootstrap\/closedroom\/version/,
    ],
    [
      'a template in the bucket of another account',
      () =>
        withDeployment('logs', (deployment) => ({
          ...deployment,
          assets: 'cdk-closedroom-assets-999999999999-eu-west-2',
        })),
      /stackTemplateAssetObjectUrl: got cdk-closedroom-assets-999999999999-eu-west-2, expected cdk-closedroom-assets-200000000001-eu-west-2/,
    ],
    [
      'a template that nobody uploads',
      () => withDeployment('logs', (deployment) => ({ ...deployment, uploads: [] })),
      /stackTemplateAssetObjectUrl: got s3:\S+, expected a file that an asset manifest of the stack uploads/,
    ],
    [
      'code of a function that nobody uploads',
      () =>
        withDeployment('killSwitch', ({ uploads = [], ...deployment }) => ({
          ...deployment,
          uploads: uploads.filter(({ key }) => !key.endsWith('.zip')),
        })),
      /\w+ Properties\.Code: got s3:\S+\.zip, expected a file that an asset manifest of the stack uploads/,
    ],
    ...(
      [
        [
          'to the bucket of another account',
          { bucket: 'elsewhere' },
          /upload of \S+: got elsewhere, expected cdk-closedroom-assets-/,
        ],
        [
          'by another role',
          { role: 'arn:aws:iam::200000000001:role/mine' },
          /upload of \S+: got arn:aws:iam::200000000001:role\/mine, expected cdk-closedroom-file-publishing-role-/,
        ],
        [
          'that is not there',
          { isThere: false },
          /upload of \S+: got no such file in the assembly, expected the file/,
        ],
      ] as const
    ).map(([what, change, expected]): [string, () => Assembly, RegExp] => [
      `a file ${what}`,
      () =>
        withDeployment('logs', ({ uploads = [], ...deployment }) => ({
          ...deployment,
          uploads: uploads.map((upload) => ({ ...upload, ...change })),
        })),
      expected,
    ]),
  ])('refused: %s', (_what, plant, expected) => {
    expect(refusals(plant())).toContainEqual(expect.stringMatching(expected));
  });
});
