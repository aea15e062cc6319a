import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { vendorRoleName } from '../../model/names.ts';

/**
 * The person behind a session of the vendor's key custodian.
 *
 * The identity provider sets the session name; the role trusts nothing else, so it cannot be chosen. It is
 * compared in lower case.
 *
 * @throws UnusableInputError for any other role, user or root.
 */
export function custodian(arn: string, vendor: string): string {
  const role = vendorRoleName(vendor, 'key-custodian');
  const session = /^arn:[\w-]+:sts::\d{12}:assumed-role\/([^/]+)\/([^/]+)$/.exec(arn);
  if (session?.[1] === role && session[2]) return session[2].toLowerCase();
  throw new UnusableInputError([
    inputFinding({
      code: 'APPROVAL-ROLE',
      where: { name: 'your credentials' },
      got: arn,
      expected: `a person's session of role ${role}`,
      fix: 'sign in as key custodian of this vendor',
    }),
  ]);
}
