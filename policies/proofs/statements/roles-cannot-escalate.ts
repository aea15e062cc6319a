import { fact } from '../cases/fact';
import type { World } from '../world/world';
import { escalates } from './actions';
import type { ProofStatement } from './proof-statement';
import {
  both,
  doing,
  inVendorAccount,
  isDeployment,
  isNamed,
  isPipeline,
  isStray,
  not,
  notNamedLikeOurs,
  showing,
} from './select';

const attach = 'iam:AttachRolePolicy';
const pass = 'iam:PassRole';
const restores = isNamed('-restorer', '-copy-operator');
/** ARNs, not patterns: many leading stars in one dimension make it slow to decide. */
const passed = ({ principals }: World): string[] =>
  principals.flatMap(({ arn }) => (/-(restore|copy-back)$/.test(arn) ? [arn] : []));
/** `lpo-<vendor>-suspended` denies everything; LPO-IDN-02 finds it if it ever allowed. */
const isNotSuspension = fact('ArnNotLike', 'iam:PolicyARN', 'arn:*:iam::*:policy/lpo-*-suspended');

const everyoneElse = (world: World) =>
  both(inVendorAccount(world), both(not(isNamed('-containment')), both(not(isDeployment), not(isPipeline))));

export const rolesCannotEscalate: ProofStatement = {
  id: 'roles-cannot-escalate',
  part: 'custody',
  title:
    "Nobody but the deployment can widen anyone's power: no policy writes (the kill switch attaches the suspension alone), role passing (restorers and the copy back pass AWS Backup a restore role alone), grants to people, new network paths",
  property: 'never',
  controls: ['LPO-IDN-02', 'LPO-IDN-04'],
  assert: ({ world, cases }) => [
    {
      subject: 'roles of the templates',
      claim: {
        region: [
          doing(...escalates.filter((action) => action !== attach && action !== pass), 'kms:CreateGrant'),
        ],
        cases: cases.onAnything(({ role }) => role === 'template'),
      },
    },
    {
      subject: 'roles of the templates: pass a role',
      claim: {
        region: [doing(pass)],
        cases: cases.onAnything(both(({ role }) => role === 'template', not(restores))),
      },
    },
    {
      subject: 'whoever restores or copies back: pass anything but a restore role',
      claim: {
        region: [doing(pass), { resources: { negated: true, patterns: passed(world) }, conditions: [] }],
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
      claim: {
        region: [doing(attach)],
        cases: cases.onAnything(both(({ role }) => role === 'template', not(isNamed('-containment')))),
      },
    },
    {
      subject: 'the kill switch: attach anything but the suspension',
      claim: {
        region: [doing(attach), showing(isNotSuspension)],
        cases: cases.onAnything(isNamed('-containment')),
      },
    },
    {
      subject: 'everyone else in the account',
      claim: {
        region: [doing(...escalates.filter((action) => action !== pass))],
        cases: cases.onAnything(everyoneElse(world)),
      },
    },
    {
      subject: 'everyone else in the account: pass a role',
      claim: {
        region: [doing(pass)],
        cases: cases.onAnything(both(everyoneElse(world), both(not(restores), not(isStray)))),
      },
    },
    {
      subject: 'roles that no template makes: pass a role',
      claim: {
        region: [doing(pass), notNamedLikeOurs(world)],
        cases: cases.onAnything(both(everyoneElse(world), isStray)),
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
  ],
};
