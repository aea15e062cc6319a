import { readArn } from '../../model/arn.ts';
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
  const { service, resource = '' } = readArn(arn) ?? {};
  const [kind, name, session, ...rest] = resource.split('/');
  if (service === 'sts' && kind === 'assumed-role' && name === role && session && rest.length === 0)
    return session.toLowerCase();
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
