/** Something that must ring at once. */
export interface Tripwire {
  readonly what: string;
  /** API calls that must ring, `service:Call`, each by an event rule or by a filter that names it. */
  readonly calls?: readonly string[];
  /** Words a filter pattern must name, where no call says it. */
  readonly words?: readonly string[];
  /** Further values the filter pattern may compare with, without `*` at either end. @default - none */
  readonly also?: RegExp;
  /** Findings of a service that must ring, `aws.service` and the detail type. */
  readonly finding?: readonly [source: string, detailType: string];
  /** Global services and data events reach the trail's log group alone, so the account needs a trail. */
  readonly inTrail?: true;
  /** Matches in one period at which it rings. @default 1 */
  readonly most?: number;
  /** Matches in one period below which nothing may ring: what goes on all the time would ring once and for ever. @default 1 */
  readonly least?: number;
}

const of = (service: string, ...calls: string[]) => calls.map((call) => `${service}:${call}`);

/** Events in a workspace that must reach a person. */
export const tripwires: readonly Tripwire[] = [
  { what: 'a call that an endpoint refused', words: ['VpceAccessDenied'], inTrail: true },
  { what: 'many refused calls', words: ['AccessDenied', 'UnauthorizedOperation'], inTrail: true, most: 20 },
  {
    what: 'a changed key policy',
    calls: of('kms', 'PutKeyPolicy', 'CreateGrant', 'UpdateAlias', 'ReplicateKey'),
  },
  {
    what: 'a disabled key',
    calls: of(
      'kms',
      'DisableKey',
      'EnableKey',
      'ScheduleKeyDeletion',
      'CancelKeyDeletion',
      'DeleteImportedKeyMaterial',
      'DisableKeyRotation',
    ),
  },
  {
    what: 'a stopped trail',
    calls: of('cloudtrail', 'StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors'),
  },
  {
    what: 'an opened network',
    calls: of(
      'ec2',
      'AuthorizeClientVpnIngress',
      'ModifyClientVpnEndpoint',
      'CreateClientVpnEndpoint',
      'AttachInternetGateway',
      'CreateNatGateway',
      'CreateVpcPeeringConnection',
      'ModifyVpcEndpoint',
    ),
  },
  { what: 'somebody cut off', calls: of('ec2', 'RevokeClientVpnIngress', 'TerminateClientVpnConnections') },
  {
    what: 'changed settings of a bucket',
    calls: of(
      's3',
      'PutBucketPolicy',
      'DeleteBucketPolicy',
      'PutBucketPublicAccessBlock',
      'DeleteBucketPublicAccessBlock',
      'PutBucketObjectLockConfiguration',
      'PutBucketReplication',
    ),
  },
  {
    what: 'a changed SAML provider',
    words: ['CreateSAMLProvider', 'DeleteSAMLProvider', 'UpdateSAMLProvider'],
    inTrail: true,
  },
  {
    what: 'a changed role or policy',
    words: [
      'AttachRolePolicy',
      'CreatePolicyVersion',
      'DeleteRolePermissionsBoundary',
      'DetachRolePolicy',
      'PutRolePermissionsBoundary',
      'PutRolePolicy',
      'SetDefaultPolicyVersion',
      'UpdateAssumeRolePolicy',
      'CreateUser',
      'CreateAccessKey',
    ],
    inTrail: true,
  },
  { what: 'a lifted suspension', words: ['DeleteObject', 'suspended/'], inTrail: true },
  {
    what: 'use of the break-glass role',
    words: ['AssumeRole', 'requestParameters.roleArn'],
    also: /^:role\/[\w+=,.@-]+$/,
    inTrail: true,
  },
  {
    what: 'use of root',
    words: ['userIdentity.type', 'Root'],
    also: /^AwsServiceEvent$/,
    inTrail: true,
  },
  {
    what: 'a sign-in without MFA',
    words: ['ConsoleLogin', 'MFAUsed'],
    also: /^(Yes|AssumedRole|Success)$/,
    inTrail: true,
  },
  { what: 'mass download', words: ['GetObject'], also: /^AssumedRole$/, inTrail: true, most: 1000 },
  {
    what: 'many names that the DNS firewall refused',
    words: ['firewall_rule_action', 'BLOCK'],
    most: 5000,
    least: 500,
  },
  { what: 'a VPN connection from elsewhere', words: ['connect-decision', 'PLACE', 'COUNTRY'] },
  { what: 'a VPN connection across a wall', words: ['connect-decision', 'WALL'] },
  { what: 'a VPN connection beyond the roster', words: ['connect-decision', 'GROUP-BEYOND-ROSTER'] },
  { what: 'a threat', finding: ['aws.guardduty', 'GuardDuty Finding'] },
  { what: 'malware', finding: ['aws.guardduty', 'GuardDuty Malware Protection Object Scan Result'] },
  { what: 'sensitive data', finding: ['aws.macie', 'Macie Finding'] },
  { what: 'access from outside', finding: ['aws.access-analyzer', 'Access Analyzer Finding'] },
  {
    what: 'access nobody uses',
    finding: ['aws.access-analyzer', 'Unused Access Finding for IAM entities'],
  },
];
