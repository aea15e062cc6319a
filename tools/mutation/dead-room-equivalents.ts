/** A mutant that closes nothing, and why. */
interface Equivalent {
  /** Names of mutants. */
  readonly names: RegExp;
  readonly reason: string;
}

/**
 * Mutants after which everybody still works. One that a job refuses is counted as refused all the same.
 */
const equivalents: readonly Equivalent[] = [
  {
    names: /^Network EndpointsKMS\w+ drop-/,
    reason: 'S3 asks KMS on behalf of people: no job calls KMS through the endpoint itself',
  },
  {
    names:
      /^(Network EndpointsSTS\w+ drop-allow|Access BoundariesMatter\w+ drop-allow PolicyDocument.Statement.2$)/,
    reason: 'sts:GetCallerIdentity needs no permission, and no job asks for it',
  },
  {
    names:
      /^(Alerts EventRolePolicy|\w+ AlertsPolicy\w+ drop-(allow|principal) PolicyDocument.Statement.1|BreachClock BreachClockHandlerPolicy\w+ drop-\w+ PolicyDocument.Statement.[67]|KillSwitch KillSwitchHandlerPolicy\w+ drop-\w+ PolicyDocument.Statement.[56])/,
    reason: 'in one account the role’s own policy or the topic’s, or the key’s, is enough',
  },
  {
    names:
      /^(Access ContainmentPolicy\w+ drop-\w+ PolicyDocument.Statement.6|Matter \w+Restore(TestRole)?Policy\w+ drop-action PolicyDocument.Statement.2)/,
    reason: 'in one account the key’s policy is enough, and it names the role',
  },
  {
    names: /^Access ContainmentCanary\w+ drop-allow AssumeRolePolicyDocument/,
    reason: 'nobody works as the canary: drills suspend it',
  },
  {
    names: /^Network EndpointsVpnSecurityGroupto\w+ remove$/,
    reason: 'a security group without any rule for what goes out lets everything out',
  },
  {
    names: /^Vpn VpnAssociation\w+ remove$/,
    reason: 'the association with the other subnet carries on',
  },
  {
    names:
      /drop-action KeyPolicy\.Statement\.\d+\.Action\.\d+ kms:(DescribeKey|GetKeyPolicy|GetKeyRotationStatus|ListResourceTags)$/,
    reason: 'another statement of the key lets the account read its settings',
  },
  {
    names:
      /^(Alerts AlertsKey|Audit AuditLogGroupLogKey|BreachClock LogKey|Connect StateKey|KillSwitch (Alerts|Log)Key|Recovery RecoveryVaultKey)Alias\w+ (remove|rename AliasName)$/,
    reason: 'whoever works with the key refers to it: the alias is for people who look',
  },
  {
    names:
      /^Guardrails (Network|Resource)Perimeter\w+ deny-more Content\.Statement\.\d+\.Condition\.StringNotEqualsIfExists$/,
    reason: 'S3 asks KMS on behalf of people: no job calls KMS through the endpoint itself',
  },
  {
    names: /^Guardrails IdentityPerimeter\w+ deny-more Content\.Statement\.3\.Condition\.Bool$/,
    reason: 'nobody but a service says for which account it acts',
  },
  {
    names: /^Guardrails Building\w+ spare-less Content\.Statement\.1\./,
    reason: 'no job works as the role that looks things up for the CDK',
  },
  {
    names: /^Guardrails \w+ spare-less .* ([\w-]+:(Describe|Get|List)\S*|cloudtrail:LookupEvents)$/,
    reason: 'no job looks at this, or none of those that the policy binds',
  },
  {
    names:
      /^Guardrails DeploymentLimits\w+ spare-less .* (config|guardduty|iam|macie2|securityhub):\w*(Detector|Recorder|Pack|Channel|ServiceLinkedRole|CustomDataIdentifier|Macie|MacieSession|Standards|SecurityHub|SecurityHubConfiguration|StandardsControl|agResource)$/,
    reason: 'the organization runs this detection: the vendor’s stacks have none of it',
  },
  {
    names: /^Guardrails RegionPin\w+ spare-less .* (sts:\*|s3:ListAllMyBuckets)$/,
    reason: 'the jobs call it in the pinned Region',
  },
  {
    names: /^Matter \w+BucketPolicy\w+ deny-more PolicyDocument\.Statement\.[23]\.Condition\.\w+$/,
    reason: 'no job sends the header of which other values are refused',
  },
];

/** Reasons that fit none of the mutants that nothing refused: they are to be taken out. */
export const staleReasons = (survivors: readonly string[]): string[] =>
  equivalents.filter(({ names }) => !survivors.some((name) => names.test(name))).map(({ reason }) => reason);

export const whyEquivalent = (name: string): string | undefined =>
  equivalents.find(({ names }) => names.test(name))?.reason;
