import { z } from 'zod';
import {
  accountId,
  acmCertificateArn,
  isoDate,
  opaqueSlug,
  regionName,
  relativeFile,
  roleName,
} from '../model/fields.ts';

/** The ACM certificates one Client VPN endpoint uses; both live in the vendor's account and region. */
export const certificatesSchema = z.strictObject({
  server: acmCertificateArn.describe('Certificate the VPN endpoint presents.'),
  clientRoot: acmCertificateArn.describe('Root that signs the device certificates of reviewers.'),
});

/** A quota that AWS has raised for the firm, or that the firm wants to be held to although AWS grants more. */
export const raisedQuotaSchema = z.strictObject({
  quota: z.string().describe('Id of the quota, as docs/quotas.md lists it.'),
  value: z.number().int().positive().describe('What Service Quotas shows as applied.'),
  account: accountId.optional().describe('Account it holds in. Default: every account of the firm.'),
  region: regionName.optional().describe('Region it holds in. Default: every Region.'),
  reason: z
    .string()
    .min(10)
    .max(300)
    .optional()
    .describe('Why it is lower than what AWS grants to everybody; needed where it is.'),
});

/** `config/organization.yaml`: facts about the firm's AWS Organization that every vendor shares. */
export const organizationSchema = z.strictObject({
  organizationId: z
    .string()
    .regex(/^o-[a-z0-9]{10,32}$/, 'an AWS Organizations id such as o-a1b2c3d4e5')
    .describe('AWS Organizations id; the outer edge of the data perimeter.'),
  vendorsOrganizationalUnitId: z
    .string()
    .regex(/^ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}$/, 'an organizational unit id such as ou-ab12-cdef3456')
    .describe('The organizational unit that holds every vendor account and nothing else.'),
  homeRegion: regionName.describe('Region of the organization stage in the management account.'),
  environment: opaqueSlug.describe('Value of the lpo:environment tag, for example production.'),
  accounts: z.strictObject({
    management: accountId,
    security: accountId,
    logArchive: accountId,
    backup: accountId,
  }),
  bootstrapQualifier: z
    .string()
    .regex(/^[a-z0-9]{1,10}$/, 'one to ten lower-case letters and digits')
    .describe('Qualifier given to `cdk bootstrap --qualifier`.'),
  roles: z
    .strictObject({
      deploy: roleName.describe(
        'CloudFormation execution role; {account} and {region} are replaced per environment.',
      ),
      lookup: roleName.describe('CDK lookup role; the same placeholders.'),
      breakGlass: roleName.describe('Role for emergencies, created in every vendor account.'),
    })
    .describe('Names of roles that policies must know.'),
  identityProvider: z.strictObject({
    name: opaqueSlug.describe('Name of the IAM SAML providers, suffixed by their use.'),
    accessMetadata: relativeFile.describe('SAML metadata of the IdP application for AWS roles.'),
    vpnMetadata: relativeFile.describe('SAML metadata of the IdP application for AWS Client VPN.'),
  }),
  certificates: z
    .array(certificatesSchema)
    .default([])
    .describe('VPN certificates; a vendor uses the pair of its own account and region.'),
  logRetentionDays: z
    .number()
    .int()
    .min(365)
    .max(36500)
    .describe('Object Lock retention of the trail bucket, compliance mode, in days.'),
  managedByOrganization: z
    .strictObject({
      trail: z.boolean(),
      guardDuty: z.boolean(),
      macie: z.boolean(),
      securityHub: z.boolean(),
      config: z.boolean(),
    })
    .describe('What the organization already runs for every account; true means we do not build it again.'),
  peopleRules: z
    .strictObject({
      undertakingVersion: z.number().int().positive().describe('Confidentiality undertaking in force.'),
      handlingRulesVersion: z.number().int().positive().describe('Handling rules in force.'),
      inForceSince: isoDate,
      graceDays: z.number().int().min(0).max(90).describe('Days an older version stays good after that.'),
    })
    .optional()
    .describe('Versions of what people sign and acknowledge.'),
  quotas: z
    .array(raisedQuotaSchema)
    .default([])
    .describe('Quotas that differ from what AWS grants to everybody.'),
});

/** The firm: accounts, roles, identity provider, as `organization.yaml` states them. */
export type Organization = z.infer<typeof organizationSchema>;
export type RaisedQuota = z.infer<typeof raisedQuotaSchema>;
/** Certificates of the VPN, by ARN in AWS Certificate Manager. */
export type Certificates = z.infer<typeof certificatesSchema>;
