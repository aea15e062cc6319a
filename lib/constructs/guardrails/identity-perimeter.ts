import { denyAnyone, exceptRoles, type PolicyDocument, policyDocument } from './policy-document.ts';
import type { VendorPerimeter } from './vendor-perimeter.ts';

/** Services that hold data of the workspace and support resource control policies; others hold nothing here. */
const dataServices = ['kms:*', 'logs:*', 's3:*'];

const without = (service: string): string[] => dataServices.filter((name) => name !== service);

/**
 * Identity perimeter: the vendor's resources answer the vendor's own principals alone, over TLS.
 *
 * `AssumeRoleWithSAML` and `TagSession` stay open: a federated caller has no account yet, and the roles'
 * trust policies decide. Service-linked roles are not bound by any RCP.
 */
export function identityPerimeter({
  account,
  organizationId,
  copyBackRoleArn,
}: VendorPerimeter): PolicyDocument {
  // BoolIfExists: an anonymous caller has none of these keys and is denied.
  const notAService = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' } };
  return policyDocument([
    denyAnyone('OnlyThisOrganization', [...dataServices, 'sts:AssumeRole'], {
      StringNotEqualsIfExists: { 'aws:PrincipalOrgID': organizationId },
      ...notAService,
    }),
    denyAnyone('OnlyThisAccountsPrincipals', without('kms:*'), {
      StringNotEqualsIfExists: { 'aws:PrincipalAccount': account },
      ...notAService,
    }),
    // Copies of a lost vault come back under this account's vault key, whose policy names the role too.
    denyAnyone('OnlyThisAccountsPrincipalsUseKeys', ['kms:*'], {
      StringNotEqualsIfExists: { 'aws:PrincipalAccount': account },
      ...exceptRoles(copyBackRoleArn),
      ...notAService,
    }),
    // Null: only integrations that say for whom they act can be held to it.
    denyAnyone('NoConfusedDeputy', [...dataServices, 'sts:*'], {
      StringNotEquals: { 'aws:SourceAccount': account },
      Null: { 'aws:SourceAccount': 'false' },
      Bool: { 'aws:PrincipalIsAWSService': 'true' },
    }),
    denyAnyone('NoWebIdentity', ['sts:AssumeRoleWithWebIdentity']),
    denyAnyone('TlsOnly', [...dataServices, 'sts:*'], {
      BoolIfExists: { 'aws:SecureTransport': 'false' },
    }),
    denyAnyone('Tls12OrNewer', ['s3:*'], { NumericLessThan: { 's3:TlsVersion': '1.2' } }),
  ]);
}
