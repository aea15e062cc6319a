import { z } from 'zod';
import { partitionOfRegion } from './aws-regions.ts';
import { countryCodes, countryMeantBy } from './countries.ts';

/** Problem codes of fields that have one of their own, and what such a field expects, in words. */
export const problemCodes = z.registry<{
  code: string;
  expected: string;
  /** Value that a person meant by one that is not valid. */
  meantBy?: (text: string) => string | undefined;
}>();

function coded<T extends z.ZodType>(
  schema: T,
  code: string,
  expected: string,
  meantBy?: (text: string) => string | undefined,
): T {
  problemCodes.add(schema, { code, expected, ...(meantBy && { meantBy }) });
  return schema;
}

/** Twelve digits, always quoted in YAML so that a leading zero survives. */
export const accountId = coded(
  z.string().regex(/^\d{12}$/),
  'CFG-ACCOUNT-ID',
  'a twelve-digit AWS account id in quotes',
);

/** Lower-case slug that carries no name of a person, client or party. */
export const opaqueSlug = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,30}[a-z0-9]$/, 'a slug of 3 to 32 lower-case letters, digits and hyphens');

/** Vendor slug; short because it becomes part of bucket and role names. */
export const vendorId = z
  .string()
  .regex(/^[a-z][a-z0-9]{2,15}$/, 'an opaque slug of 3 to 16 lower-case letters and digits');

/** Matter id: hexadecimal, so that no client or party name fits into it. */
export const matterId = z
  .string()
  .regex(/^m-[0-9a-f]{6,12}$/, 'an opaque matter id: m- and 6 to 12 hexadecimal digits');

export const regionName = coded(
  z.enum([...partitionOfRegion.keys()]),
  'CFG-UNKNOWN-REGION',
  'an AWS region such as eu-west-2',
);

export const availabilityZone = z
  .string()
  .regex(/^[a-z]{2,4}(-[a-z]+)+-\d[a-z]$/, 'an availability zone such as eu-west-2a');

export const roleName = z.string().regex(/^[\w+=,.@{}-]{1,64}$/, 'an IAM role name of at most 64 characters');

export const groupId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]{2,63}$/, 'the opaque id the identity provider sends in memberOf');

export const acmCertificateArn = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/,
    'an ACM certificate ARN such as arn:aws:acm:eu-west-2:111122223333:certificate/<uuid>',
  );

/** A file beside the YAML that names it; never an absolute path and never a way out of the folder. */
export const relativeFile = z
  .string()
  .regex(/^(?!.*\.\.)[a-z0-9][a-z0-9/._-]*$/i, 'a path below the configuration folder');

/** ISO 3166: a country, or one of its parts after a hyphen. */
export const countryCode = coded(
  z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,4})?$/)
    .refine((code) => countryCodes.has(code.slice(0, 2))),
  'CFG-COUNTRY',
  'an ISO 3166 code such as GB, IN or US-NY',
  countryMeantBy,
);

/** File name of a law in capitals: a country, a part of one, or an overlay such as US-HIPAA. */
export const lawCode = coded(
  z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]{1,8}){0,2}$/)
    .refine((code) => countryCodes.has(code.slice(0, 2))),
  'CFG-LAW-CODE',
  'a code such as GB, US-NY or US-HIPAA',
  countryMeantBy,
);

export const isoDate = coded(z.iso.date(), 'CFG-DATE', 'a calendar date such as 2027-06-30');

const octet = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';

export const ipv4Cidr = coded(
  z.string().regex(new RegExp(`^(${octet}\\.){3}${octet}/(3[0-2]|[12]?\\d)$`)),
  'CFG-CIDR',
  'an IPv4 range such as 10.20.0.0/22',
);

/** A range an office has: no half of the internet, and none that the internet does not route. */
export const siteCidr = coded(
  z
    .string()
    .regex(new RegExp(`^(${octet}\\.){3}${octet}/(3[0-2]|2\\d|1[6-9])$`))
    .refine(
      (range) => !/^(0|10|127|169\.254|172\.(1[6-9]|2\d|3[01])|192\.168|22[4-9]|2[3-5]\d)\./.test(range),
    ),
  'CFG-SITE-RANGE',
  'a public IPv4 range from /16 to /32 such as 203.0.113.0/24',
);
