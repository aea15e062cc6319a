import type { ProofStatement } from '../authoring/proof-statement.ts';
import { doing, showing } from '../authoring/select.ts';
import { fact, isAbsent } from '../cases/fact.ts';
import type { Selector } from '../policy/statement.ts';

const on = (...patterns: readonly string[]): Selector => ({
  resources: { negated: false, patterns },
  conditions: [],
});

/** Requests that no execution role may make, whatever the templates say; its policy is its boundary too. */
const never = (partition: string, account: string): Readonly<Record<string, readonly Selector[]>> => ({
  'makes users or keys for them': [
    doing(
      'iam:CreateUser',
      'iam:CreateAccessKey',
      'iam:CreateLoginProfile',
      'iam:CreateServiceSpecificCredential',
    ),
  ],
  'makes a role without a boundary of ours': [
    doing('iam:CreateRole', 'iam:PutRolePermissionsBoundary'),
    showing(
      fact('StringNotLike', 'iam:PermissionsBoundary', `arn:${partition}:iam::*:policy/lpo-*-boundary`),
    ),
  ],
  'takes a boundary away': [doing('iam:DeleteRolePermissionsBoundary')],
  'changes its own ceiling': [
    doing(
      'iam:AttachRolePolicy',
      'iam:CreatePolicyVersion',
      'iam:DeleteRolePolicy',
      'iam:DetachRolePolicy',
      'iam:PutRolePolicy',
      'iam:SetDefaultPolicyVersion',
      'iam:UpdateAssumeRolePolicy',
    ),
    on(
      `arn:${partition}:iam::${account}:role/cdk-*`,
      `arn:${partition}:iam::${account}:policy/lpo-bootstrap`,
    ),
  ],
  'becomes another role': [doing('sts:AssumeRole')],
  'reads or writes a document': [
    doing('s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 's3:DeleteObject', 's3:DeleteObjectVersion'),
    on(`arn:${partition}:s3:::lpo-*`),
  ],
  'uses a key itself, or ends one': [
    doing(
      'kms:Decrypt',
      'kms:GenerateDataKey',
      'kms:CreateGrant',
      'kms:ReEncryptFrom',
      'kms:DisableKey',
      'kms:ScheduleKeyDeletion',
    ),
    showing(isAbsent('kms:ViaService')),
  ],
});

/** The closure proofs take the deployment for one that may do anything; this holds its own policy to less. */
export const statement: ProofStatement = {
  id: 'deployment-only-deploys',
  part: 'access',
  title:
    'The deployment makes no users, no roles without a boundary and no way past its own ceiling, and it neither reads documents nor uses keys',
  property: 'never',
  controls: ['LPO-IDN-04'],
  everyStage: true,
  assert: ({ world, cases }) =>
    world.deployers.flatMap(({ arn, account, partition }) =>
      cases.deployers
        .filter(({ caller }) => caller.arn === arn)
        .flatMap((deployer) =>
          Object.entries(never(partition, account)).map(([what, region]) => ({
            subject: `${deployer.caller.label} ${what}`,
            claim: { region, cases: [byItsPolicy(cases.ofAnything(deployer))] },
            space: `deployment of ${account}`,
          })),
        ),
    ),
};

/** Without the guardrails, which an account of the firm may not have. */
const byItsPolicy = <T extends object>(access: T): T & { readonly serviceControl: readonly [] } => ({
  ...access,
  serviceControl: [],
});
