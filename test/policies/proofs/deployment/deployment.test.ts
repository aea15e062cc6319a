import { loadConfig } from '../../../../lib/config/load-config.ts';
import { chooseStatements } from '../../../../policies/proofs/choose-statements.ts';
import { proveAssembly } from '../../../../policies/proofs/prove-assembly.ts';
import type { Assembly, StackTemplate } from '../../../../policies/template/assembly.ts';
import { withOwnDetection } from '../../../../tools/mutation/own-detection.ts';
import { assemblyOf } from '../../../support/assembly-of.ts';
import { exampleAssembly } from '../../../support/example-assembly.ts';

// biome-ignore lint/suspicious/noExplicitAny: templates and policies are edited as JSON is
type Json = any;

const room = exampleAssembly('meridian');
const statements = chooseStatements([
  'deployment-makes-every-resource',
  'cdk-deploys-the-stacks',
  'deployment-subscribes-to-alerts',
  'deployment-passes-roles-to-their-services',
  'deployment-only-deploys',
]);

/** What is not proved, in words. */
const refusals = (assembly: Assembly): string[] =>
  proveAssembly(assembly, { statements }).results.flatMap(({ statement, subject, verdict }) => {
    if (verdict.kind === 'proved') return [];
    if (verdict.kind === 'unknown') return [`${statement.id}: ${subject}: unknown ${verdict.reason}`];
    if ('counterExample' in verdict)
      return [`${statement.id}: ${subject}: may ${verdict.counterExample.request.action}`];
    return [`${statement.id}: ${subject}: ${verdict.witness.join(' ')}; ${verdict.culprits.join('; ')}`];
  });

const changed = (edit: (stack: StackTemplate) => StackTemplate): Assembly => ({
  ...room,
  stacks: room.stacks.map(edit),
});

/** The room after one edit of the policy that the execution role of the vendor's account is given. */
const withPolicy = (edit: (statements: Json[]) => void): Assembly => {
  const policy = structuredClone(
    room.stacks.find(({ id }) => id === 'meridian/Access')?.deployment?.policy,
  ) as Json;
  edit(policy.Statement);
  return changed((stack) =>
    stack.account === '200000000001' && stack.deployment
      ? { ...stack, deployment: { ...stack.deployment, policy } }
      : stack,
  );
};

/** The room after one edit of one template. */
const withTemplate = (id: string, edit: (resources: Json) => void): Assembly => {
  expect(room.stacks.map((stack) => stack.id)).toContain(id);
  return changed((stack) => {
    if (stack.id !== id) return stack;
    const template = structuredClone(stack.template);
    edit(template.Resources);
    return { ...stack, template };
  });
};

const withoutAction = (action: string) =>
  withPolicy((all) => {
    const holding = all.filter(({ Effect, Action }) => Effect === 'Allow' && Action.includes(action));
    expect(holding).not.toEqual([]);
    for (const one of holding) {
      one.Action = one.Action.filter((each: string) => each !== action);
      if (one.Action.length === 0) all.splice(all.indexOf(one), 1);
    }
  });

const firstOf = (resources: Json, type: string): Json => {
  const found = Object.values<Json>(resources).find(({ Type }) => Type === type);
  expect(found).toBeDefined();
  return found;
};

test('the shipped policies let every stack be made, and pass roles to no other service', () => {
  expect(refusals(exampleAssembly())).toEqual([]);
});

test('so they do where the organization runs no detection of its own', () => {
  const own = assemblyOf(withOwnDetection(loadConfig('config')));
  expect(refusals(own)).toEqual([]);
});

test.each<[string, () => Assembly, RegExp]>([
  [
    'outputs of other stacks cannot be read',
    () => withoutAction('cloudformation:DescribeStacks'),
    /reads outputs of other stacks for meridian\/Connect: .*may not cloudformation:DescribeStacks/,
  ],
  [
    'no role is passed to restore tests',
    () =>
      withPolicy((all) => {
        const services = all.find(({ Sid }) => Sid === 'PassRolesToTheirServices').Condition.StringEquals;
        services['iam:PassedToService'] = services['iam:PassedToService'].filter(
          (service: string) => !service.startsWith('restore-testing'),
        );
      }),
    /AWS::Backup::RestoreTestingSelection.*may not iam:PassRole on arn:aws:iam::200000000001:role\/lpo-meridian-m-\w+-restore-test/,
  ],
  [
    'no stack names an execution role',
    () =>
      changed((stack) => {
        const { executionRole: _, ...deployment } = stack.deployment ?? { after: [] };
        return { ...stack, deployment };
      }),
    /roles that deploy meridian\/Access: got none as execution role/,
  ],
  [
    'a stack is deployed with the role of another account',
    () =>
      changed((stack) =>
        stack.id === 'meridian/Network' && stack.deployment
          ? {
              ...stack,
              deployment: {
                ...stack.deployment,
                executionRole:
                  'arn:aws:iam::999999999999:role/cdk-closedroom-cfn-exec-role-999999999999-eu-west-2',
              },
            }
          : stack,
      ),
    /roles that deploy meridian\/Network: got arn:aws:iam::999999999999/,
  ],
  [
    'a stack of another Region is deployed with a role that may not make it',
    () => {
      const moved = changed((stack) =>
        stack.id === 'meridian/Vpn' ? { ...stack, region: 'us-east-1' } : stack,
      );
      return moved;
    },
    /^deployment-makes-every-resource: .*AWS::EC2::ClientVpnEndpoint.*may not ec2:/,
  ],
  [
    'two stacks wait for each other',
    () =>
      changed((stack) =>
        stack.id === 'meridian/Logs' && stack.deployment
          ? { ...stack, deployment: { ...stack.deployment, after: ['meridian/Network'] } }
          : stack,
      ),
    /meridian\/Logs is deployed before itself/,
  ],
  [
    'a state machine is made before the policy of its role',
    () =>
      withTemplate('meridian/KillSwitch', (resources) => {
        delete firstOf(resources, 'AWS::StepFunctions::StateMachine').DependsOn;
      }),
    /what meridian\/KillSwitch names is there before: .*Machine\w* needs meridian\/KillSwitch \w*Policy/,
  ],
  ...(
    [
      ['users', { Action: ['iam:CreateUser'] }, /makes users or keys for them: may/],
      ['documents', { Action: 's3:GetObject' }, /reads or writes a document: may/],
      ['keys', { Action: 'kms:Decrypt' }, /uses a key itself, or ends one: may/],
      ['other roles', { Action: 'sts:AssumeRole' }, /becomes another role: may/],
    ] as const
  ).map(([what, more, expected]): [string, () => Assembly, RegExp] => [
    `the deployment gets ${what}`,
    () => withPolicy((all) => all.push({ Effect: 'Allow', Resource: '*', ...more })),
    expected,
  ]),
  ...(['EveryRoleHasACeiling', 'NeverItsOwnCeiling'] as const).map(
    (sid): [string, () => Assembly, RegExp] => [
      `the deployment is without ${sid}`,
      () =>
        withPolicy((all) =>
          all.splice(
            all.findIndex(({ Sid }) => Sid === sid),
            1,
          ),
        ),
      sid === 'NeverItsOwnCeiling' ? /changes its own ceiling: may/ : /without a boundary of ours: may/,
    ],
  ),
  [
    'nobody may subscribe to alerts',
    () =>
      withPolicy((all) =>
        all.splice(
          all.findIndex(({ Sid }) => Sid === 'SubscribeToAlerts'),
          1,
        ),
      ),
    /^deployment-subscribes-to-alerts: .*may not sns:Subscribe on arn:aws:sns:eu-west-2:200000000001:lpo-meridian-alerts/,
  ],
  [
    'VPN rules cannot be made',
    () => withoutAction('ec2:Authorize*'),
    /AWS::EC2::ClientVpnAuthorizationRule.*may not ec2:AuthorizeClientVpnIngress/,
  ],
  [
    'bucket policies may not be written',
    () => withoutAction('s3:PutBucketPolicy'),
    /AWS::S3::BucketPolicy.*may not s3:PutBucketPolicy on arn:aws:s3:::lpo-meridian-/,
  ],
  [
    'assets of functions cannot be read',
    () =>
      withPolicy((all) =>
        all.splice(
          all.findIndex(({ Sid }) => Sid === 'Assets'),
          1,
        ),
      ),
    /AWS::Lambda::Function.*may not s3:GetObject/,
  ],
  [
    'the ceiling of roles is another',
    () =>
      withPolicy((all) => {
        all.find(({ Sid }) => Sid === 'EveryRoleHasACeiling').Condition.StringNotLike[
          'iam:PermissionsBoundary'
        ] = 'arn:aws:iam::*:policy/elsewhere-*';
      }),
    /AWS::IAM::Role.*may not iam:CreateRole .*Deny EveryRoleHasACeiling/,
  ],
  [
    'roles are passed to another service as well',
    () =>
      withPolicy((all) =>
        all
          .find(({ Sid }) => Sid === 'PassRolesToTheirServices')
          .Condition.StringEquals['iam:PassedToService'].push('ec2.amazonaws.com'),
      ),
    /^deployment-passes-roles-to-their-services: .*cfn-exec-role.*: may iam:passrole/i,
  ],
  [
    'the assembly holds no policy of an account',
    () =>
      changed((stack) => {
        const { policy: _, ...deployment } = stack.deployment ?? { after: [] };
        return stack.account === '200000000001' ? { ...stack, deployment } : stack;
      }),
    /the assembly holds no policy of .*: expected bootstrap\/200000000001\.json/,
  ],
  [
    'a policy is not understood',
    () => withPolicy((all) => all.push({ Effect: 'Allow', Action: '*', Resource: '*', Sometimes: true })),
    /unknown 1 part of the templates not understood/,
  ],
  [
    'a guardrail keeps the deployment from making roles',
    () =>
      withTemplate('meridian/Guardrails', (resources) => {
        const policies = Object.values<Json>(resources).filter(
          ({ Type, Properties }) =>
            Type === 'AWS::Organizations::Policy' && Properties.Type === 'SERVICE_CONTROL_POLICY',
        );
        for (const { Properties } of policies)
          Properties.Content.Statement.push({
            Sid: 'Planted',
            Effect: 'Deny',
            Action: 'iam:CreateRole',
            Resource: '*',
          });
      }),
    /AWS::IAM::Role.*may not iam:CreateRole .*Deny Planted/,
  ],
  [
    'the region pin binds private DNS of endpoints, which Route 53 answers in one Region',
    () =>
      withTemplate('meridian/Guardrails', (resources) => {
        const pins = Object.values<Json>(resources).flatMap(({ Properties }) =>
          (Properties.Content?.Statement ?? []).filter(
            ({ NotAction = [], Condition }: Json) =>
              NotAction.includes('route53:AssociateVPCWithHostedZone') &&
              JSON.stringify(Condition).includes('aws:RequestedRegion'),
          ),
        );
        expect(pins).not.toEqual([]);
        for (const pin of pins)
          pin.NotAction = pin.NotAction.filter((one: string) => one !== 'route53:AssociateVPCWithHostedZone');
      }),
    /AWS::EC2::VPCEndpoint.*may not route53:AssociateVPCWithHostedZone/,
  ],
  [
    'a key policy shuts the deployment out',
    () =>
      withTemplate('meridian/Logs', (resources) =>
        firstOf(resources, 'AWS::KMS::Key').Properties.KeyPolicy.Statement.push({
          Sid: 'Planted',
          Effect: 'Deny',
          Principal: '*',
          Action: 'kms:PutKeyPolicy',
          Resource: '*',
        }),
      ),
    /AWS::KMS::Key.*may not kms:PutKeyPolicy .*Deny Planted/,
  ],
  [
    'a type that nobody has looked up',
    () =>
      withTemplate('meridian/Logs', (resources) => {
        resources.Planted = { Type: 'AWS::Kinesis::Stream', Properties: {} };
      }),
    /makes, changes and removes AWS::Kinesis::Stream: .*handlers of AWS::Kinesis::Stream/,
  ],
  [
    'a secret in the middle of a text',
    () =>
      withTemplate('meridian/Logs', (resources) => {
        firstOf(resources, 'AWS::KMS::Key').Properties.Description = '{{resolve:secretsmanager:x}}';
      }),
    /resolves dynamic references for meridian\/Logs: .*\{\{resolve:secretsmanager:x\}\} is named in no template/,
  ],
  [
    'a bucket policy names roles that are made after it',
    () =>
      withTemplate('meridian/Matter-m-7f3a9c', (resources) => {
        for (const resource of Object.values<Json>(resources))
          if (resource.Type === 'AWS::KMS::Key') delete resource.DependsOn;
      }),
    /what meridian\/Matter-m-7f3a9c names is there before: .*needs meridian\/Matter-m-7f3a9c /,
  ],
  [
    'a stack is deployed before what it names',
    () =>
      changed((stack) =>
        stack.id === 'meridian/LogArchive' && stack.deployment
          ? { ...stack, deployment: { ...stack.deployment, after: [] } }
          : stack,
      ),
    /what meridian\/LogArchive names is there before: .*needs meridian\/(KillSwitch|Ledger) /,
  ],
  [
    'the command line assumes a role of another name',
    () =>
      changed((stack) =>
        stack.deployment
          ? {
              ...stack,
              deployment: { ...stack.deployment, deployRole: 'arn:aws:iam::200000000001:role/mine' },
            }
          : stack,
      ),
    /^cdk-deploys-the-stacks: .*looks for assets/,
  ],
])('refused: %s', (_what, plant, expected) => {
  expect(refusals(plant())).toContainEqual(expect.stringMatching(expected));
});
