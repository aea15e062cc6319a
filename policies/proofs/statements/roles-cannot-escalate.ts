import { vendorName } from '../../template/names.ts';
import { escalates } from '../authoring/actions.ts';
import type { ProofStatement } from '../authoring/proof-statement.ts';
import {
  both,
  doing,
  inVendorAccount,
  isDeployment,
  isPipeline,
  isRoleOf,
  isStray,
  not,
  notNamedLikeOurs,
  purposeOf,
  showing,
} from '../authoring/select.ts';
import { fact } from '../cases/fact.ts';
import type { World } from '../world/world.ts';

/** Powers of the response to an incident: policies that deny everything, and rules of the VPN. */
const attach = 'iam:AttachRolePolicy';
const detach = 'iam:DetachRolePolicy';
const openVpn = 'ec2:AuthorizeClientVpnIngress';
const response = [attach, detach, openVpn];
const pass = 'iam:PassRole';

/** The policies that deny everything, to a role or to one person; `kill-switch-only-takes-away` reads them. */
const isNotSuspension = ({ account, name }: World) =>
  fact(
    'ArnNotLike',
    'iam:PolicyARN',
    `arn:*:iam::${account}:policy/${vendorName(name, 'suspended')}`,
    `arn:*:iam::${account}:policy/${vendorName(name, 'suspended')}-p-*`,
  );

/** Roles that AWS Backup restores and copies back with: ARNs, for many leading stars are slow to decide. */
const restoreRoles = (world: World): string[] =>
  world.principals
    .filter(({ arn }) => ['restore', 'copyBack'].includes(purposeOf(world, arn) ?? ''))
    .map(({ arn }) => arn);

export const statement: ProofStatement = {
  id: 'roles-cannot-escalate',
  part: 'integrity',
  title:
    "Nobody but the deployment can widen anyone's power: no policy writes (the kill switch attaches and the key custodian detaches the suspension alone), role passing (restorers and the copy back pass AWS Backup a restore role alone), grants to people, new network paths (the custodian puts VPN rules back)",
  property: 'never',
  controls: ['LPO-IDN-02', 'LPO-IDN-04'],
  assert: ({ world, cases }) => {
    const [theSwitch, custodian] = [isRoleOf(world, ['containment']), isRoleOf(world, ['keyCustodian'])];
    const restores = isRoleOf(world, ['restorer', 'copyOperator'], 'any');
    const template = ({ role }: { role: string }) => role === 'template';
    const others = both(inVendorAccount(world), both(not(isDeployment), not(isPipeline)));
    return [
      {
        subject: 'roles of the templates',
        claim: {
          region: [
            doing(
              ...escalates.filter((action) => action !== pass && !response.includes(action)),
              'kms:CreateGrant',
            ),
          ],
          cases: cases.onAnything(template),
        },
      },
      {
        subject: 'roles of the templates: pass a role',
        claim: { region: [doing(pass)], cases: cases.onAnything(both(template, not(restores))) },
      },
      {
        subject: 'whoever restores or copies back: pass anything but a restore role',
        claim: {
          region: [
            doing(pass),
            { resources: { negated: true, patterns: restoreRoles(world) }, conditions: [] },
          ],
          cases: cases.onAnything(restores),
        },
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
        subject: 'roles of the templates: attach a policy',
        claim: { region: [doing(attach)], cases: cases.onAnything(both(template, not(theSwitch))) },
      },
      {
        subject: 'roles of the templates: detach a policy, open the VPN',
        claim: { region: [doing(detach, openVpn)], cases: cases.onAnything(both(template, not(custodian))) },
      },
      {
        subject: 'the kill switch and the custodian: any policy but the suspension',
        claim: {
          region: [doing(attach, detach), showing(isNotSuspension(world))],
          cases: cases.onAnything(isRoleOf(world, ['containment', 'keyCustodian'])),
        },
      },
      {
        subject: 'the custodian: release without MFA',
        claim: {
          region: [doing(...response), showing(fact('StringNotEquals', 'aws:PrincipalTag/lpo:mfa', 'true'))],
          cases: cases.onAnything(custodian),
        },
      },
      {
        subject: 'everyone else in the account',
        claim: {
          region: [doing(...escalates.filter((action) => action !== pass))],
          cases: cases.onAnything(both(others, both(not(theSwitch), not(custodian)))),
        },
      },
      {
        subject: 'everyone else in the account: pass a role',
        claim: {
          region: [doing(pass)],
          cases: cases.onAnything(both(others, both(not(restores), not(isStray)))),
        },
      },
      {
        subject: 'roles that no template makes: pass a role',
        claim: {
          region: [doing(pass), notNamedLikeOurs(world)],
          cases: cases.onAnything(both(others, isStray)),
        },
      },
      {
        subject: 'the pipeline',
        claim: {
          region: [
            doing(
              ...escalates.filter(
                (action) => !action.startsWith('cloudformation:') && action !== 'iam:PassRole',
              ),
            ),
          ],
          cases: cases.onAnything(both(inVendorAccount(world), isPipeline)),
        },
      },
      {
        subject: 'grants to people',
        claim: {
          region: [
            doing('kms:CreateGrant'),
            showing(fact('BoolIfExists', 'kms:GrantIsForAWSResource', 'false')),
          ],
          cases: cases.onAnything(inVendorAccount(world)),
        },
      },
    ];
  },
};
