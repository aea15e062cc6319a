import { rolesOfMatters, vendorName } from '../../template/names.ts';
import { widened } from '../access/widened.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import {
  both,
  doing,
  inVendorAccount,
  isPipeline,
  isRoleOf,
  purposeOf,
  showing,
} from '../authoring/select.ts';
import { fact, is } from '../cases/fact.ts';
import type { Selector } from '../policy/statement.ts';
import type { World } from '../world/world.ts';

/** Powers of the response to an incident: policies that deny everything, and rules of the VPN. */
const attach = 'iam:AttachRolePolicy';
const detach = 'iam:DetachRolePolicy';
const response = [attach, detach, 'ec2:AuthorizeClientVpnIngress'];
const pass = 'iam:PassRole';

/** The policies that deny everything, to a role or to one person; `kill-switch-only-takes-away` reads them. */
const isNotSuspension = ({ account, name, partition }: World) =>
  fact(
    'ArnNotLike',
    'iam:PolicyARN',
    `arn:${partition}:iam::${account}:policy/${vendorName(name, 'suspended')}`,
    `arn:${partition}:iam::${account}:policy/${vendorName(name, 'suspended')}-p-*`,
  );

/** Roles that AWS Backup restores and copies back with: ARNs, for many leading stars are slow to decide. */
const restoreRoles = (world: World): string[] =>
  world.principals
    .filter(({ arn }) => ['restore', 'copyBack'].includes(purposeOf(world, arn) ?? ''))
    .map(({ arn }) => arn);

const on = (negated: boolean, patterns: readonly string[]): Selector => ({
  resources: { negated, patterns },
  conditions: [],
});

/** Limits of the powers; who has one at all is `guardrails-leave-everyone-their-job`. */
export const statement: ProofStatement = {
  id: 'roles-cannot-escalate',
  part: 'integrity',
  title:
    'The powers that lead to more power, or destroy, are bound: the kill switch and the key custodian attach and detach the suspension alone, restorers and the copy back pass AWS Backup a restore role alone, the pipeline passes the deployment’s role alone, nobody makes a grant that no service asked for, and a key is deleted after 30 days at the earliest and never under a legal hold',
  property: 'never',
  controls: ['LPO-IDN-02', 'LPO-IDN-04'],
  assert: ({ world, cases }) => {
    const everyone = inVendorAccount(world);
    const restores = isRoleOf(world, ['restorer', 'copyOperator'], 'any');
    return [
      {
        subject:
          'the kill switch and the custodian: any policy but the suspension, whatever policies they have',
        claim: {
          region: [doing(attach, detach), showing(isNotSuspension(world))],
          cases: cases.onAnything(isRoleOf(world, ['containment', 'keyCustodian'])).map(widened),
        },
      },
      {
        subject: 'the custodian: reinstate without MFA',
        claim: {
          region: [doing(...response), showing(fact('StringNotEquals', 'aws:PrincipalTag/lpo:mfa', 'true'))],
          cases: cases.onAnything(isRoleOf(world, ['keyCustodian'])),
        },
      },
      {
        subject: 'restorers: pass anything but a restore role of a matter, whatever policies they have',
        claim: {
          region: [
            doing(pass),
            on(true, [`arn:${world.partition}:iam::${world.account}:role/${rolesOfMatters}-restore`]),
          ],
          cases: cases.onAnything(isRoleOf(world, ['restorer'])).map(widened),
        },
      },
      {
        subject: 'whoever restores or copies back: pass anything but a restore role',
        claim: { region: [doing(pass), on(true, restoreRoles(world))], cases: cases.onAnything(restores) },
      },
      {
        subject: 'whoever restores or copies back: pass a role to anything but AWS Backup',
        claim: {
          region: [
            doing(pass),
            showing(fact('StringNotEquals', 'iam:PassedToService', 'backup.amazonaws.com')),
          ],
          cases: cases.onAnything(restores),
        },
      },
      {
        subject: 'the pipeline: pass anything but the role of the deployment',
        claim: {
          region: [
            doing(pass),
            on(
              true,
              world.deployers.map(({ arn }) => arn),
            ),
          ],
          cases: cases.onAnything(both(everyone, isPipeline)),
        },
      },
      {
        subject: 'grants that no service asked for, whatever policies',
        claim: {
          region: [
            doing('kms:CreateGrant'),
            showing(fact('BoolIfExists', 'kms:GrantIsForAWSResource', 'false')),
          ],
          cases: cases.onAnything(everyone).map(widened),
        },
      },
      {
        subject: 'delete a key in less than 30 days, whatever policies',
        claim: {
          region: [
            doing('kms:ScheduleKeyDeletion'),
            showing(fact('NumericLessThan', 'kms:ScheduleKeyDeletionPendingWindowInDays', '30')),
          ],
          cases: cases.onAnything(everyone).map(widened),
        },
      },
      {
        subject: 'delete a key under a legal hold, whatever policies',
        claim: {
          region: [doing('kms:ScheduleKeyDeletion'), showing(is('aws:ResourceTag/lpo:legal-hold', 'true'))],
          cases: cases.onAnything(everyone).map(widened),
        },
      },
    ];
  },
};
