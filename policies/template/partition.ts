interface Partition {
  readonly name: string;
  readonly suffix: string;
}

/** Partitions by the form of their regions, the longest prefixes first, with the domain of their endpoints. */
const forms: readonly (readonly [region: RegExp, partition: Partition])[] = [
  [/^cn-[a-z]+-\d$/, { name: 'aws-cn', suffix: 'amazonaws.com.cn' }],
  [/^us-gov-[a-z]+-\d$/, { name: 'aws-us-gov', suffix: 'amazonaws.com' }],
  [/^eusc-[a-z]{2}-[a-z]+-\d$/, { name: 'aws-eusc', suffix: 'amazonaws.eu' }],
  [/^us-iso-[a-z]+-\d$/, { name: 'aws-iso', suffix: 'c2s.ic.gov' }],
  [/^us-isob-[a-z]+-\d$/, { name: 'aws-iso-b', suffix: 'sc2s.sgov.gov' }],
  [/^eu-isoe-[a-z]+-\d$/, { name: 'aws-iso-e', suffix: 'cloud.adc-e.uk' }],
  [/^us-isof-[a-z]+-\d$/, { name: 'aws-iso-f', suffix: 'csp.hci.ic.gov' }],
  [/^[a-z]{2}-[a-z]+-\d$/, { name: 'aws', suffix: 'amazonaws.com' }],
];

/** The partition of a region; undefined for what is no region of a known form. */
export const partitionOf = (region: string | undefined): Partition | undefined =>
  region === undefined ? undefined : forms.find(([form]) => form.test(region))?.[1];
