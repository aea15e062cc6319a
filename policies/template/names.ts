import { namedIn, readArn } from './arn.ts';

/** Words that end names of what serves a whole vendor. */
const vendorWords = {
  access: 'access',
  auditor: 'auditor',
  breachClock: 'breach-clock',
  breachClockMachine: 'breach-clock-machine',
  config: 'config',
  connect: 'connect',
  containment: 'containment',
  copyBack: 'copy-back',
  copyOperator: 'copy-operator',
  eventAlerts: 'event-alerts',
  evidence: 'evidence',
  flowLogs: 'flow-logs',
  incidentCommander: 'incident-commander',
  incidentRecorder: 'incident-recorder',
  keyCustodian: 'key-custodian',
  killSwitch: 'kill-switch',
  killSwitchMachine: 'kill-switch-machine',
  ledgerWriter: 'ledger-writer',
  logReader: 'log-reader',
  quarantine: 'quarantine',
  state: 'state',
  suspended: 'suspended',
  sweep: 'sweep',
  trail: 'trail',
  trailLogs: 'trail-logs',
} as const;

/** Words that end names of what serves one matter, or one zone of it. */
const matterWords = {
  backup: 'backup',
  malwareScan: 'malware-scan',
  matterAdministrator: 'matter-administrator',
  restore: 'restore',
  restoreTest: 'restore-test',
  restorer: 'restorer',
  secondApprover: 'second-approver',
  supervisingLawyer: 'supervising-lawyer',
} as const;

/**
 * Words of names that some check or proof asks for. The grammar reads every other word as well; this is the one
 * place where a word and what it is for meet.
 */
export const words = { ...vendorWords, ...matterWords } as const;
export type VendorPurpose = keyof typeof vendorWords;
export type MatterPurpose = keyof typeof matterWords;
export type Purpose = VendorPurpose | MatterPurpose;

/** True for a purpose of a vendor or a matter, false for one of the organization alone. */
export const isPurpose = (purpose: Name['purpose']): purpose is Purpose =>
  purpose !== undefined && Object.hasOwn(words, purpose);

/** Buckets beside those of matters. */
export const bucketPurposes = ['trail', 'config', 'evidence', 'access', 'state'] as const;

/**
 * Names of the whole organization: the role for emergencies, the policy that freezes an account, and settings of EC2,
 * whose first word could be a vendor's.
 */
const ofOrganization = {
  breakGlass: 'lpo-break-glass',
  ec2Settings: 'lpo-ec2-settings',
  quarantine: 'lpo-quarantine',
} as const;

export interface Name {
  readonly form: 'bucket' | 'alias' | 'path' | 'plain' | 'organization';
  /** `*` in a pattern; undefined for what belongs to the organization. */
  readonly vendor?: string;
  /** `m-*` in a pattern. */
  readonly matter?: string;
  /** Only with a matter. */
  readonly zone?: 'documents' | 'privileged';
  /** The words after vendor and matter; empty without any, `*` in a pattern. */
  readonly word: string;
  /** Purpose of the words, where a check asks. */
  readonly purpose?: Purpose | keyof typeof ofOrganization;
  /** True where it is the permissions boundary of what the words name. */
  readonly isBoundary: boolean;
  /** The person a suspension is about; `p-*` in a pattern. */
  readonly person?: string;
  /** Only in the names of buckets. */
  readonly account?: string;
  readonly region?: string;
}

const slug = '[a-z][a-z0-9]{2,15}';
const hex = '[0-9a-f]';
const vendorId = `(?<vendor>${slug}|\\*)`;
const matterId = `(?<matter>m-(?:${hex}{6,12}|\\*))`;
// As few words as will do, so that a person behind them is not one of them.
const wordsForm = '(?<word>[a-z][a-z0-9]*(?:-[a-z0-9]+)*?)';
const placeForm = '(?<account>\\d{12})-(?<region>[a-z]{2,4}(?:-[a-z]+)+-\\d)';

const forms: readonly (readonly [Name['form'], RegExp])[] = [
  [
    'bucket',
    new RegExp(
      `^lpo-${vendorId}-(?:${matterId}(?<p>-p)?|(?<word>${bucketPurposes.join('|')}))-${placeForm}$`,
    ),
  ],
  ['alias', new RegExp(`^alias/lpo/${vendorId}/(?:${matterId}(?<p>-privileged)?|${wordsForm})$`)],
  ['path', new RegExp(`^(?:/aws/vendedlogs/states)?/lpo/${vendorId}/(?:${matterId}/)?${wordsForm}$`)],
  [
    'plain',
    new RegExp(
      `^lpo-${vendorId}(?:-${matterId}(?<p>-privileged)?)?(?:-(?:${wordsForm}(?:-(?<person>p-(?:${hex}+|\\*)))?|(?<any>\\*)))?$`,
    ),
  ],
  ['organization', new RegExp(`^lpo-${wordsForm}$`)],
];

/**
 * A physical name of the blueprint, or a pattern of such names, taken apart; undefined for any other text.
 *
 * The judge's own grammar, never the builder's: a property test shows that they agree.
 */
export const readName = remembered(parseName);

function parseName(text: string): Name | undefined {
  for (const [purpose, name] of Object.entries(ofOrganization) as [keyof typeof ofOrganization, string][])
    if (text === name)
      return { form: 'organization', word: name.slice('lpo-'.length), purpose, isBoundary: false };
  // Client VPN invokes no function whose name begins otherwise.
  const [plain, connect] = /^AWSClientVPN-(.*)$/.test(text) ? [text.slice(13), true] : [text, false];
  for (const [form, pattern] of forms) {
    const found = pattern.exec(plain)?.groups;
    if (found) return nameOf(form, connect ? { ...found, word: words.connect } : found);
  }
  return undefined;
}

function nameOf(form: Name['form'], found: Readonly<Record<string, string | undefined>>): Name {
  const { vendor, matter, p, person, account, region, any } = found;
  const whole = found.word ?? any ?? '';
  const isBoundary = whole.endsWith(boundary);
  const word = isBoundary ? whole.slice(0, -boundary.length) : whole;
  const known = Object.entries(matter === undefined ? vendorWords : matterWords) as [Purpose, string][];
  const purpose = known.find(([, each]) => each === word)?.[0];
  return {
    form,
    word,
    isBoundary,
    ...(vendor !== undefined && { vendor }),
    ...(matter !== undefined && { matter, zone: p === undefined ? 'documents' : 'privileged' }),
    ...(purpose !== undefined && { purpose }),
    ...(person !== undefined && { person }),
    ...(account !== undefined && { account }),
    ...(region !== undefined && { region }),
  };
}

const boundary = '-boundary';

/** A zone of a matter as names and tags of recovery points write it. */
export const zoneId = (matter: string, zone: string | undefined): string =>
  `${matter}${zone === 'privileged' ? '-privileged' : ''}`;

/** The name of what serves a vendor. */
export const vendorName = (vendor: string, purpose: VendorPurpose): string =>
  `lpo-${vendor}-${vendorWords[purpose]}`;

/** The name of what serves a matter; `m-*` and `m-*-privileged` are patterns, without a purpose of anything of it. */
export const matterName = (vendor: string, matter: string, purpose: MatterPurpose): string =>
  `lpo-${vendor}-${matter}-${matterWords[purpose]}`;

/** Pattern of everything that serves any matter of any vendor. */
export const rolesOfMatters = 'lpo-*-m-*';

export const organizationName = (purpose: keyof typeof ofOrganization): string => ofOrganization[purpose];

/** A role in an account, by an ARN without a path; undefined for any other ARN. */
export function readRole(arn: string): { readonly account: string; readonly name: string } | undefined {
  const role = namedIn(arn, 'iam', 'role');
  return role === undefined || role.region !== '' || role.name.includes('/') || role.name === ''
    ? undefined
    : { account: role.account, name: role.name };
}

/** A role of ours by its ARN, with the account it is in. */
export const readOurRole = remembered((arn): (Name & { readonly inAccount: string }) | undefined => {
  const role = readRole(arn);
  const name = role && readName(role.name);
  return role && name && { ...name, inAccount: role.account };
});

/** The same answers, worked out once a text: proofs ask for the same few names hundreds of thousands of times. */
function remembered<T>(read: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return (text) => {
    let answer = answers.get(text);
    if (answer === undefined && !answers.has(text)) {
      answer = read(text);
      answers.set(text, answer);
    }
    return answer as T;
  };
}

/** A bucket of ours by the ARN of it or of objects in it; `key` is what follows the bucket. */
export function readOurBucket(arn: string): (Name & { readonly key: string }) | undefined {
  const { service, region, account, resource } = readArn(arn) ?? {};
  if (service !== 's3' || region !== '' || account !== '' || resource === undefined) return undefined;
  const slash = resource.indexOf('/');
  const name = readName(slash < 0 ? resource : resource.slice(0, slash));
  return name?.form === 'bucket' ? { ...name, key: slash < 0 ? '' : resource.slice(slash) } : undefined;
}

/** The vendor a text names, where it is the beginning of names, `lpo-meridian-`. */
export const vendorOfPrefix = (text: string): string | undefined =>
  new RegExp(`^lpo-(${slug})-$`).exec(text)?.[1];

/** Vendors that any name in a text belongs to. */
export const vendorsIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(`lpo[-/](${slug})[-/]`, 'g'))].map((found) => found[1] as string);

/** Matters that a text names. */
export const mattersIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(`\\bm-${hex}{6,12}\\b`, 'g'))].map(([matter]) => matter);

export const isMatterId = (text: string): boolean => new RegExp(`^m-${hex}{6,12}$`).test(text);

export const isVendorId = (text: string): boolean => new RegExp(`^${slug}$`).test(text);

/** Owners and environments: letters, digits and hyphens, no name of a person. */
export const isOpaqueSlug = (text: string): boolean => /^[a-z][a-z0-9-]{1,30}[a-z0-9]$/.test(text);

/** SAML providers of the firm: for access to roles, or for the VPN. */
export const isProviderName = (text: string): boolean =>
  /^[a-z][a-z0-9]*(-[a-z0-9]+)*-(access|vpn)$/.test(text);

/** A role of `cdk bootstrap`, `cdk-<qualifier>-<kind>-role-<account>-<region>`, or `*` for the place. */
export const bootstrapRole = (name: string): 'cfn-exec' | 'deploy' | 'lookup' | undefined =>
  /^cdk-[a-z0-9]{1,10}-(cfn-exec|deploy|lookup)-role-(?:\*|\d{12}-(?:\*|[a-z0-9-]+))$/.exec(name)?.[1] as
    | 'cfn-exec'
    | 'deploy'
    | 'lookup'
    | undefined;

/** Names that `cdk bootstrap` gives in an account and Region under a qualifier. */
export const bootstrapNames = (qualifier: string, account: string, region: string) =>
  ({
    executionRole: `cdk-${qualifier}-cfn-exec-role-${account}-${region}`,
    deployRole: `cdk-${qualifier}-deploy-role-${account}-${region}`,
    lookupRole: `cdk-${qualifier}-lookup-role-${account}-${region}`,
    publishingRole: `cdk-${qualifier}-file-publishing-role-${account}-${region}`,
    assets: `cdk-${qualifier}-assets-${account}-${region}`,
    versionParameter: `/cdk-bootstrap/${qualifier}/version`,
  }) as const;

/** Qualifier in the name of a role or bucket of `cdk bootstrap`. */
export const bootstrapQualifier = (name: string): string | undefined =>
  /^cdk-([a-z0-9]{1,10})-/.exec(name)?.[1];

/** Prefix AWS Backup gives to the buckets of its restore tests; it cannot be chosen. */
export const restoreTestBuckets = 'awsbackup-restore-test-';
