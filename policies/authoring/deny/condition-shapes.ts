import {
  bootstrapRole,
  type MatterPurpose,
  readName,
  readRole,
  type VendorPurpose,
} from '../../template/names.ts';
import type { ConditionShape } from './required-deny.ts';

/** Every value is one of these. */
export const only =
  (...wanted: readonly string[]) =>
  (values: readonly string[]): boolean =>
    values.every((value) => wanted.includes(value));

export const shape = (
  operators: string | readonly string[],
  key: string,
  values: (values: readonly string[]) => boolean,
): ConditionShape => ({ operators: [operators].flat(), key: key.toLowerCase(), values });

/** As text a wildcard is a character, so that a pattern there exempts nobody and the Deny binds all the more. */
const arnOperators = [
  'ArnNotLike',
  'ArnNotLikeIfExists',
  'ArnNotEquals',
  'ArnNotEqualsIfExists',
  'StringNotEquals',
  'StringNotEqualsIfExists',
];

/** Roles that guardrails and resource policies may exempt, by name; a vendor or matter `*` where it says so. */
const roles = {
  /** CloudFormation's execution role of `cdk bootstrap`. */
  deploy: (name) => bootstrapRole(name) === 'cfn-exec',
  keyCustodian: (name) => isOf(name, 'keyCustodian'),
  matterAdministrator: (name) =>
    isOfMatters(name, 'matterAdministrator') && readName(name)?.zone === 'documents',
  supervisingLawyer: (name) => isOfMatters(name, 'supervisingLawyer'),
  secondApprover: (name) => isOfMatters(name, 'secondApprover'),
  backup: (name) => isOfMatters(name, 'backup'),
  malwareScan: (name) => isOfMatters(name, 'malwareScan'),
  /** The role AWS Backup writes with when it restores. */
  restore: (name) => isOfMatters(name, 'restore'),
  breakGlass: (name) => readName(name)?.purpose === 'breakGlass',
  /** The kill switch's hand in the vendor's account: it must go on working in an account that is frozen. */
  containment: (name) => isOf(name, 'containment'),
  logDelivery: (name) =>
    (['trailLogs', 'flowLogs', 'eventAlerts'] as const).some((purpose) => isOf(name, purpose)),
} as const satisfies Readonly<Record<string, (name: string) => boolean>>;

function isOf(text: string, purpose: VendorPurpose): boolean {
  const name = readName(text);
  return name?.form === 'plain' && name.purpose === purpose && !name.isBoundary;
}

/** Of one matter, or of every matter of one vendor. */
function isOfMatters(text: string, purpose: MatterPurpose): boolean {
  const name = readName(text);
  return name?.form === 'plain' && name.purpose === purpose && !name.isBoundary && name.vendor !== '*';
}

/**
 * Exempting these roles, of the account whose policy it is or, in an organization policy, of any: such a
 * policy only ever meets the roles of the account it is attached to. `ArnNotLike` is true when the key is
 * absent, so the Deny binds then as well.
 */
export const exceptRoles = (...names: readonly (keyof typeof roles)[]): ConditionShape =>
  shape(arnOperators, 'aws:PrincipalArn', (values) =>
    values.every((value) => {
      const role = readRole(value);
      return (
        role !== undefined &&
        /^(\*|\d{12}|\$\{[^}]+\})$/.test(role.account) &&
        names.some((name) => roles[name](role.name))
      );
    }),
  );

/** `role/` and then at least four literal characters, in one account; or a role of the same template. */
export const isNamedRole = (arn: string): boolean =>
  /^arn:[^:]+:(iam|sts)::(\d{12}|\$\{[^}]+\}):(assumed-role|role)\/[\w+=,.@-]{4,}([\w+=,.@/*-]*)$/.test(
    arn,
  ) || /^\$\{[^}]+\}$/.test(arn);

/** AWS services acting on their own. `Bool` would not bind on requests without the key. */
export const exceptAwsServices: ConditionShape = shape(
  'BoolIfExists',
  'aws:PrincipalIsAWSService',
  only('false'),
);

/** AWS services acting for the caller (forward access sessions). */
export const exceptViaAwsServices: ConditionShape = shape('BoolIfExists', 'aws:ViaAWSService', only('false'));
