import type { Statement } from '../template/policy/statement.ts';

/**
 * True where a statement passes nothing but the roles that AWS Backup restores and copies back with, and to AWS
 * Backup alone. A boundary names the restore roles of a vendor's matters by a `*`.
 */
export const passesToBackup = ({ resources, conditions }: Statement): boolean =>
  resources.length > 0 &&
  resources.every((arn) =>
    /^arn:[^:]+:iam::\d{12}:role\/lpo-[a-z0-9]+-(m-(\*|[0-9a-f]+(-privileged)?)-restore|copy-back)$/.test(
      arn,
    ),
  ) &&
  conditions.some(
    ({ operator, key, values }) =>
      operator === 'StringEquals' &&
      key === 'iam:passedtoservice' &&
      values.length === 1 &&
      values[0] === 'backup.amazonaws.com',
  );
