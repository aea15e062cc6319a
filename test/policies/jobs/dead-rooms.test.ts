import type { Assembly } from '../../../policies/template/assembly.ts';
import { edited, named, refusals, room, type Template, work } from '../../support/dead-room.ts';

const any = () => true;

const statementsOf = (resource: Template, path: string): Template[] => resource.Properties[path].Statement;
const matter = 'meridian/Matter-m-7f3a9c';
const documents = (resources: Template) =>
  named(resources, 'AWS::S3::BucketPolicy', ({ PolicyDocument }) =>
    JSON.stringify(PolicyDocument).includes('OnlyWhatIsApprovedLeaves'),
  )[1];

test('every job is possible, and nothing beyond', () => {
  expect(refusals(room)).toEqual([]);
});

test.each<[string, string, (resources: Template) => void, RegExp[]]>([
  [
    'a bucket policy denies everybody',
    matter,
    (resources) =>
      statementsOf(documents(resources), 'PolicyDocument').push({
        Sid: 'Planted',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: '*',
      }),
    [/^reviewer-works-on-documents: .*may not s3:GetObject on .*Deny Planted/],
  ],
  [
    'the Deny for others loses its condition',
    matter,
    (resources) => {
      for (const statement of statementsOf(documents(resources), 'PolicyDocument'))
        if (statement.Sid === 'OnlyThisMattersRoles') delete statement.Condition;
    },
    [/^reviewer-works-on-documents: .*Deny OnlyThisMattersRoles/, /^second-approver-releases-a-file: /],
  ],
  [
    'what is approved is called by another word where it leaves',
    matter,
    (resources) => {
      for (const { Sid, Condition } of statementsOf(documents(resources), 'PolicyDocument'))
        if (Sid === 'OnlyWhatIsApprovedLeaves')
          Condition.StringNotEquals = { 's3:ExistingObjectTag/lpo:release': 'yes' };
    },
    [/^release-approver-fetches-a-release: .*Deny OnlyWhatIsApprovedLeaves/],
  ],
  [
    'tags belong to the scanner alone',
    matter,
    (resources) => {
      for (const { Sid, Condition } of statementsOf(documents(resources), 'PolicyDocument'))
        if (Sid === 'VersionsAreTaggedByScannerAndApprover') Condition.ArnNotEquals['aws:PrincipalArn'].pop();
    },
    [/^second-approver-releases-a-file: .*Deny VersionsAreTaggedByScannerAndApprover/],
  ],
  ...(
    [
      ['aws:CurrentTime', { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } }],
      ['aws:PrincipalType', { StringEquals: { 'aws:PrincipalType': 'AssumedRole' } }],
      ['aws:UserAgent', { StringLike: { 'aws:UserAgent': '*' } }],
    ] as const
  ).map(([key, Condition]): [string, string, (resources: Template) => void, RegExp[]] => [
    `a Deny rests on ${key}, which every request shows`,
    matter,
    (resources) =>
      statementsOf(documents(resources), 'PolicyDocument').push({
        Sid: 'Planted',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:GetObject',
        Resource: '*',
        Condition,
      }),
    [/^reviewer-works-on-documents: .*Deny Planted/],
  ]),
  [
    'the scan works as another role',
    matter,
    (resources) => {
      const plan = named(resources, 'AWS::GuardDuty::MalwareProtectionPlan', any)[1];
      const [id] = named(resources, 'AWS::IAM::Role', ({ RoleName }) => RoleName.endsWith('-backup'));
      plan.Properties.Role = { 'Fn::GetAtt': [id, 'Arn'] };
    },
    [/^guardduty-scans-every-upload: the scan of lpo-meridian-m-7f3a9c.* works as its role/],
  ],
  [
    'HTTPS is taken out of a security group',
    'meridian/Network',
    (resources) => {
      const [id] = named(resources, 'AWS::EC2::SecurityGroupIngress', any);
      delete resources[id];
    },
    [
      /^people-reach-the-endpoints: .*no rule lets HTTPS from the VPN into the security groups of the endpoint/,
    ],
  ],
  [
    'answers are stopped by a network ACL',
    'meridian/Network',
    (resources) => {
      const [id] = named(
        resources,
        'AWS::EC2::NetworkAclEntry',
        ({ Egress, PortRange }) => Egress === true && PortRange.From === 1024,
      );
      delete resources[id];
    },
    [/^people-reach-the-endpoints: .*does not let answers out of/],
  ],
  [
    'the name of S3 is dropped from the DNS list',
    'meridian/Network',
    (resources) => {
      const [, list] = named(
        resources,
        'AWS::Route53Resolver::FirewallDomainList',
        ({ Domains }) => Domains.length > 1,
      );
      list.Properties.Domains = list.Properties.Domains.filter(
        (name: string) => JSON.stringify(name).includes('s3') === false,
      );
    },
    [/^people-reach-the-endpoints: the names of s3: the DNS firewall answers s3\./],
  ],
  [
    'an authorization rule reaches one zone alone',
    'meridian/Vpn',
    (resources) => {
      const [, rule] = named(resources, 'AWS::EC2::ClientVpnAuthorizationRule', any);
      rule.Properties.TargetNetworkCidr = '10.20.0.0/27';
    },
    [/^people-reach-the-endpoints: .*no authorization rule of group/],
  ],
  [
    'events publish as the service, to a key that asks for their source',
    'meridian/Detection',
    (resources) => {
      const [, rule] = named(
        resources,
        'AWS::Events::Rule',
        ({ Name }) => Name === 'lpo-meridian-key-disabled',
      );
      delete rule.Properties.Targets[0].RoleArn;
    },
    [/^alerts-arrive: events.amazonaws.com sends the event lpo-meridian-key-disabled/],
  ],
  [
    'the trust of CloudTrail asks for a source it does not send',
    'meridian/Audit',
    (resources) => {
      const [, role] = named(resources, 'AWS::IAM::Role', any);
      role.Properties.AssumeRolePolicyDocument.Statement[0].Condition = {
        StringEquals: { 'aws:SourceAccount': '200000000001' },
      };
    },
    [/^services-keep-the-records: cloudtrail.amazonaws.com becomes .*aws:SourceAccount/],
  ],
  [
    'the kill switch loses one of its calls',
    'meridian/Access',
    (resources) => {
      for (const resource of Object.values(resources))
        for (const statement of resource.Properties.PolicyDocument?.Statement ?? [])
          if (statement.Sid === 'CutVpn')
            statement.Action = statement.Action.filter(
              (action: string) => action !== 'ec2:RevokeClientVpnIngress',
            );
    },
    [/^kill-switch-contains-a-vendor: lpo-meridian-containment cuts the VPN: .*RevokeClientVpnIngress/],
  ],
  [
    'the commander cannot initiate the switch',
    'meridian/KillSwitch',
    (resources) => {
      for (const resource of Object.values(resources))
        for (const statement of resource.Properties.PolicyDocument?.Statement ?? [])
          if (statement.Action === 'states:StartExecution') statement.Effect = 'Deny';
    },
    [/^incident-commander-initiates-the-kill-switch: /],
  ],
  [
    "the suspension of one person is everybody's",
    'meridian/Access',
    (resources) => {
      const [, policy] = named(resources, 'AWS::IAM::ManagedPolicy', ({ ManagedPolicyName }) =>
        /suspended-p-/.test(ManagedPolicyName),
      );
      delete statementsOf(policy, 'PolicyDocument')[0]?.Condition;
    },
    [/^kill-switch-contains-a-vendor: others go on while p-[0-9a-f]+ is suspended/],
  ],
  [
    'events may not write to their log group',
    'meridian/Logs',
    (resources) => {
      const [id] = named(resources, 'AWS::Logs::ResourcePolicy', ({ PolicyDocument }) =>
        JSON.stringify(PolicyDocument).includes('RestoreRecord'),
      );
      delete resources[id];
    },
    [/^services-keep-the-records: the event .*no resource policy of CloudWatch Logs/],
  ],
  [
    'the identity provider of the VPN is not made',
    'meridian/Vpn',
    (resources) => {
      const [id] = named(resources, 'AWS::IAM::SAMLProvider', any);
      delete resources[id];
    },
    [/^people-reach-the-endpoints: the VPN asks/],
  ],
  [
    'the nightly rule may not call the sweep',
    'meridian/Connect',
    (resources) => {
      const [id] = named(resources, 'AWS::Lambda::Permission', any);
      delete resources[id];
    },
    [/^sweep-ends-sessions: .*no permission of the function/],
  ],
  [
    'a role gets an action that no job names',
    'meridian/LogArchive',
    (resources) => {
      const [, policy] = named(resources, 'AWS::IAM::ManagedPolicy', ({ Roles }) => Roles !== undefined);
      statementsOf(policy, 'PolicyDocument').push({
        Effect: 'Allow',
        Action: 's3:GetBucketAcl',
        Resource: '*',
      });
    },
    [/^roles-do-their-jobs-only: lpo-meridian-log-reader .*may s3:getbucketacl/],
  ],
  [
    'a role that a job needs is gone',
    matter,
    (resources) => {
      const [id] = named(resources, 'AWS::IAM::Role', ({ RoleName }) => /-reviewer$/.test(RoleName));
      resources[id].Properties.RoleName = 'lpo-meridian-m-7f3a9c-proofreader';
    },
    [/^reviewer-works-on-documents: .*no template makes the role/],
  ],
  [
    'nobody may copy out of the vault',
    'meridian/Backup',
    (resources) => {
      const [, vault] = named(resources, 'AWS::Backup::BackupVault', any);
      vault.Properties.AccessPolicy.Statement.push({
        Sid: 'Planted',
        Effect: 'Deny',
        Principal: '*',
        Action: 'backup:CopyFromBackupVault',
        Resource: '*',
      });
    },
    [/^backup-copies-documents: .*copies out of its own vault.*Deny Planted/],
  ],
  [
    'the alias by which the kill switch finds a key leads to another',
    matter,
    (resources) => {
      const [, alias] = named(resources, 'AWS::KMS::Alias', any);
      alias.Properties.AliasName = 'alias/lpo/meridian/m-000000';
    },
    [/^kill-switch-contains-a-vendor: alias of the key/],
  ],
  [
    'an alert topic names a key that is not made',
    'meridian/Alerts',
    (resources) => {
      const [, topic] = named(resources, 'AWS::SNS::Topic', any);
      topic.Properties.KmsMasterKeyId = 'alias/somebody/else';
    },
    [/^alerts-arrive: .*alias\/somebody\/else is named in no template/],
  ],
  [
    'drills use a role of another name',
    'meridian/Access',
    (resources) => {
      const [, role] = named(resources, 'AWS::IAM::Role', ({ RoleName }) => /-canary$/.test(RoleName));
      role.Properties.RoleName = 'lpo-meridian-canaries';
    },
    [/^kill-switch-contains-a-vendor: .*suspends roles.*no template makes .*role\/lpo-meridian-canary/],
  ],
  [
    'there is no trail',
    'meridian/Audit',
    (resources) => {
      const [id] = named(resources, 'AWS::CloudTrail::Trail', any);
      delete resources[id];
    },
    [/^services-keep-the-records: trail: there is no trail/],
  ],
  [
    'a property that the reader does not understand stops the job that asks for it, and no other',
    'meridian/Alerts',
    (resources) => {
      const [, topic] = named(resources, 'AWS::SNS::Topic', any);
      topic.Properties.KmsMasterKeyId = { 'Fn::Transform': { Name: 'Whatever' } };
    },
    [/^alerts-arrive: meridian: unknown .*Properties\.KmsMasterKeyId/],
  ],
])('%s', (_, stack, edit, expected) => {
  const statements = work.filter(({ id }) => expected.some(({ source }) => source.startsWith(`^${id}: `)));
  expect(statements.length).toBe(new Set(expected.map(({ source }) => source.split(':')[0])).size);
  const said = refusals(edited(stack, edit), statements);
  for (const each of expected) expect(said).toContainEqual(expect.stringMatching(each));
});

test('a roster that is not understood leaves it unknown who comes in, and a rule that is gone is missed', () => {
  const about = (assembly: Assembly) =>
    refusals(assembly).filter((line) => line.includes('everybody on the roster passes the VPN'));
  const json = () => ({ format: 'lpo-roster/1', groups: {}, people: { p: 1 } });
  const assets = new Map([...(room.assets ?? [])].map(([key, asset]) => [key, { ...asset, json }]));
  expect(assets.size).toBeGreaterThan(0);
  expect(about({ ...room, assets })).toEqual([expect.stringContaining('unknown asset.')]);
  const without = edited('meridian/Vpn', (resources) => {
    const [id] = named(resources, 'AWS::EC2::ClientVpnAuthorizationRule', any);
    delete resources[id];
  });
  expect(about(without)).toEqual([expect.stringContaining('no authorization rule lets in')]);
});
