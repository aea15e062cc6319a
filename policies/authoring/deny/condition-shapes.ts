import type { ConditionShape } from './required-deny.ts';

/** Every value is one of these. */
export const only =
  (...wanted: readonly string[]) =>
  (values: readonly string[]): boolean =>
    values.every((value) => wanted.includes(value));

/** Whatever the values, as long as none is a bare wildcard. */
export const literal = (values: readonly string[]): boolean => values.every((value) => !/[*?]/.test(value));

export const shape = (
  operators: string | readonly string[],
  key: string,
  values: (values: readonly string[]) => boolean,
): ConditionShape => ({ operators: [operators].flat(), key: key.toLowerCase(), values });

const arnOperators = ['ArnNotLike', 'ArnNotLikeIfExists', 'ArnNotEquals', 'ArnNotEqualsIfExists'];

/** Names of the roles that guardrails and resource policies may exempt, as regular expressions. */
export const roles = {
  /** CloudFormation's execution role of `cdk bootstrap`. */
  deploy: 'cdk-[a-z0-9]{1,10}-cfn-exec-role-(\\*|\\d{12}-[a-z0-9-]+)',
  /** The role `cdk deploy` assumes. */
  pipeline: 'cdk-[a-z0-9]{1,10}-deploy-role-(\\*|\\d{12}-[a-z0-9-]+)',
  keyCustodian: 'lpo-(\\*|[a-z0-9]+)-key-custodian',
  matterAdministrator: 'lpo-[a-z0-9]+-m-(\\*|[0-9a-f]+)-matter-administrator',
  backup: 'lpo-[a-z0-9]+-m-(\\*|[0-9a-f]+(-privileged)?)-backup',
  malwareScan: 'lpo-[a-z0-9]+-m-(\\*|[0-9a-f]+(-privileged)?)-malware-scan',
  /** Restorer of one zone of one matter, and the role AWS Backup then writes with. */
  restorer: 'lpo-[a-z0-9]+-m-(\\*|[0-9a-f]+(-privileged)?)-restorer',
  restore: 'lpo-[a-z0-9]+-m-(\\*|[0-9a-f]+(-privileged)?)-restore',
  /** Writes into the buckets that AWS Backup makes for restore tests. */
  restoreTest: 'lpo-[a-z0-9]+-m-(\\*|[0-9a-f]+(-privileged)?)-restore-test',
  /** In the backup account: carries copies back into the vendor's vault. */
  copyBack: 'lpo-[a-z0-9]+-copy-back',
  breakGlass: 'lpo-break-glass',
  /** The kill switch's hand in the vendor's account: it must go on working in an account that is frozen. */
  containment: 'lpo-(\\*|[a-z0-9]+)-containment',
  logDelivery: 'lpo-(\\*|[a-z0-9]+)-(trail|flow)-logs',
} as const;

/**
 * Exempting these roles, of the account whose policy it is or, in an organization policy, of any: such a
 * policy only ever meets the roles of the account it is attached to. `ArnNotLike` is true when the key is
 * absent, so the Deny binds then as well.
 */
export function exceptRoles(...names: readonly (keyof typeof roles)[]): ConditionShape {
  const pattern = new RegExp(
    `^arn:[^:]+:iam::(\\*|\\d{12}|\\$\\{[^}]+\\}):role/(${names.map((name) => roles[name]).join('|')})$`,
  );
  return shape(arnOperators, 'aws:PrincipalArn', (values) => values.every((value) => pattern.test(value)));
}

/** The same, where a role of a vendor is this vendor's, in its own account: no other, and no wildcard. */
export function exceptRolesOf(
  vendor: string,
  account: string,
  ...names: readonly (keyof typeof roles)[]
): ConditionShape {
  const own = exceptRoles(...names);
  return {
    ...own,
    values: (values) =>
      own.values(values) &&
      values.every((value) => {
        const lpo = /:iam::([^:]+):role\/lpo-([^-]+)-/.exec(value);
        return lpo === null || (lpo[1] === account && lpo[2] === vendor);
      }),
  };
}

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
