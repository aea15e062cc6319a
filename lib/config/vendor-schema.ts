import { z } from 'zod';
import {
  type DataClass,
  dataClasses,
  type MatterFunction,
  matterFunctions,
  matterTypes,
} from '../model/engagement.ts';
import {
  accountId,
  availabilityZone,
  countryCode,
  groupId,
  ipv4Cidr,
  isoDate,
  matterId,
  opaqueSlug,
  regionName,
  vendorId,
} from '../model/fields.ts';
import { certificatesSchema } from './organization-schema.ts';
import { matterRecords } from './records/matter-records-schema.ts';
import { vendorRecords } from './records/vendor-records-schema.ts';

export { matterFunctions };

export const matterSchema = z.strictObject({
  id: matterId,
  type: z.enum(matterTypes),
  dataClasses: z.array(z.enum(dataClasses)).min(1),
  origins: z.array(countryCode).min(1).describe('Where the data comes from.'),
  accessCountries: z.array(countryCode).min(1).describe('Where people look at it; viewing is a transfer.'),
  groups: z
    .strictObject({
      reviewer: groupId,
      qcLead: groupId,
      supervisingLawyer: groupId,
      releaseApprover: groupId,
      secondApprover: groupId
        .optional()
        .describe('Passes on what may be released; a gate says which matters need one.'),
      matterAdministrator: groupId,
    })
    .describe('Identity-provider group of each function.'),
  closeDate: isoDate.describe('Day the matter is expected to close.'),
  retentionDays: z
    .number()
    .int()
    .min(30)
    .max(36500)
    .describe('Days every object version is kept under Object Lock.'),
  ...matterRecords,
});

/** `config/vendors/<vendor>.yaml`: one vendor, one account, one closed workspace. */
export const vendorSchema = z.strictObject({
  vendor: vendorId.describe('Opaque slug; equals the file name.'),
  legalName: z
    .string()
    .min(2)
    .max(200)
    .describe('For people who read this file. A check keeps it out of every template.'),
  account: accountId.describe('The AWS account that belongs to this vendor alone.'),
  owner: opaqueSlug.describe('Team at the firm that owns the workspace.'),
  region: regionName.describe('Where the data is stored and worked on.'),
  recoveryRegion: regionName
    .optional()
    .describe(
      'Second region of the same jurisdiction for backup copies. Default: none, copies stay in region.',
    ),
  availabilityZones: z.array(availabilityZone).min(2).max(3),
  network: z.strictObject({
    vpcCidr: ipv4Cidr.describe('Range of the VPC, /24 to /20.'),
    clientCidr: ipv4Cidr.describe('Range of VPN clients, /22 to /12.'),
  }),
  certificates: certificatesSchema
    .optional()
    .describe('VPN certificates. Default: the pair for this account and region in organization.yaml.'),
  groups: z.strictObject({
    auditor: groupId,
    keyCustodian: groupId,
  }),
  matters: z.array(matterSchema).min(1),
  ...vendorRecords,
});

/** A vendor, its matters, people and records, as its file states them. */
export type Vendor = z.infer<typeof vendorSchema>;
export type Matter = z.infer<typeof matterSchema>;
export type { DataClass, MatterFunction };
