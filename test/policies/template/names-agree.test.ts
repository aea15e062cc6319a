import fc from 'fast-check';
import { matterFunctions, type Zone } from '../../../lib/model/engagement.ts';
import * as builder from '../../../lib/model/names.ts';
import { bootstrapRole, type Name, readName, restoreTestBuckets } from '../../../policies/template/names.ts';

// Within the bounds of the schemas. The names of the organization are no vendor's.
const lower = [...'abcdefghijklmnopqrstuvwxyz'];
const digits = [...'0123456789'];
const text = (chars: string[], minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...chars), minLength, maxLength });
const vendor = fc
  .tuple(fc.constantFrom(...lower), text([...lower, ...digits], 2, 15))
  .map((parts) => parts.join(''))
  .filter((slug) => !['break', 'quarantine'].includes(slug));
const hex = (min: number, max: number) => text([...digits, ...'abcdef'], min, max);
const ids = fc.record({
  vendor,
  matter: hex(6, 12).map((id) => `m-${id}`),
  person: hex(6, 12).map((id) => `p-${id}`),
  zone: fc.constantFrom<Zone>('documents', 'privileged'),
  account: text(digits, 12, 12),
  region: fc.constantFrom('eu-west-2', 'us-east-1', 'ap-southeast-2', 'us-gov-west-1', 'eusc-de-east-1'),
  fn: fc.constantFrom(...matterFunctions),
});
type Ids = typeof ids extends fc.Arbitrary<infer T> ? T : never;

/** What the judge must read, beside the vendor. */
type Read = Partial<Name>;
const read = (more: Read): Read => ({ form: 'plain', word: '', ...more });
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const zoned = ({ matter, zone }: Ids): Read => ({ matter, zone });
const place = ({ account, region }: Ids): Read => ({ form: 'bucket', account, region });
const each = <T extends string>(words: readonly T[], of: (word: T) => [string, Read][]): [string, Read][] =>
  words.flatMap((word) => of(word));

/**
 * For each export of the builder's names: texts it writes, and what the judge reads in them. Undefined: no name
 * of a vendor, and the judge must not take it for one.
 */
const cases: Record<keyof typeof builder, (ids: Ids) => [string, Read | undefined][]> = {
  trailName: ({ vendor: v }) => [[builder.trailName(v), read({})]],
  eventAlertRoleName: ({ vendor: v }) => [
    [builder.eventAlertRoleName(v), read({ word: 'event-alerts', purpose: 'eventAlerts' })],
  ],
  logBucketName: (i) =>
    each(['trail', 'config', 'evidence', 'access'], (kind) => [
      [
        builder.logBucketName(kind, i.vendor, i.account, i.region),
        { ...place(i), word: kind, purpose: kind },
      ],
    ]),
  matterBucketName: (i) => [
    [builder.matterBucketName(i.vendor, i.matter, i.account, i.region, i.zone), { ...place(i), ...zoned(i) }],
  ],
  matterZone: (i) => [
    [builder.keyAlias(i.vendor, builder.matterZone(i.matter, i.zone)), read({ form: 'alias', ...zoned(i) })],
  ],
  matterAccessPointName: (i) => [[builder.matterAccessPointName(i.vendor, i.matter, i.zone), read(zoned(i))]],
  keyAlias: ({ vendor: v, matter }) => [
    [builder.keyAlias(v, 'log-archive'), read({ form: 'alias', word: 'log-archive' })],
    [builder.keyAlias(v, matter), read({ form: 'alias', matter, zone: 'documents' })],
  ],
  matterRoleName: ({ vendor: v, matter, fn }) => [
    [builder.matterRoleName(v, matter, fn), read({ matter, zone: 'documents', word: kebab(fn) })],
    [
      builder.matterRoleName(v, matter, 'matterAdministrator'),
      read({ matter, zone: 'documents', purpose: 'matterAdministrator', word: 'matter-administrator' }),
    ],
  ],
  vendorRoleName: ({ vendor: v }) => [
    [builder.vendorRoleName(v, 'auditor'), read({ purpose: 'auditor', word: 'auditor' })],
    [builder.vendorRoleName(v, 'key-custodian'), read({ purpose: 'keyCustodian', word: 'key-custodian' })],
  ],
  boundaryName: ({ vendor: v }) =>
    each(
      ['matter', 'oversight', 'custodian', 'service', 'containment', 'log-reader', 'restorer', 'copy-back'],
      (kind) => [[builder.boundaryName(v, kind), read({ word: kind, isBoundary: true })]],
    ),
  matterServiceRoleName: (i) => {
    const purposes = {
      'malware-scan': 'malwareScan',
      backup: 'backup',
      restore: 'restore',
      'restore-test': 'restoreTest',
    } as const;
    return each(Object.keys(purposes) as (keyof typeof purposes)[], (service) => [
      [
        builder.matterServiceRoleName(i.vendor, i.matter, service, i.zone),
        read({ ...zoned(i), word: service, purpose: purposes[service] }),
      ],
    ]);
  },
  restorerRoleName: (i) => [
    [
      builder.restorerRoleName(i.vendor, i.matter, i.zone),
      read({ ...zoned(i), word: 'restorer', purpose: 'restorer' }),
    ],
  ],
  accessLogBucketName: (i) => [
    [builder.accessLogBucketName(i.vendor, i.account, i.region), { ...place(i), purpose: 'access' }],
  ],
  logDeliveryRoleName: ({ vendor: v }) => [
    [builder.logDeliveryRoleName(v, 'trail'), read({ purpose: 'trailLogs', word: 'trail-logs' })],
    [builder.logDeliveryRoleName(v, 'flow'), read({ purpose: 'flowLogs', word: 'flow-logs' })],
  ],
  logReaderRoleName: ({ vendor: v }) => [
    [builder.logReaderRoleName(v), read({ purpose: 'logReader', word: 'log-reader' })],
  ],
  publishingRoleName: ({ account, region }) => [
    [builder.publishingRoleName('closedroom', account, region), undefined],
  ],
  customResourceRoleNames: ({ vendor: v }) => [[builder.customResourceRoleNames(v), undefined]],
  pipelineRoleName: ({ account, region }) => [
    [builder.pipelineRoleName('closedroom', account, region), undefined],
  ],
  backupVaultName: ({ vendor: v }) =>
    each(['primary', 'copy'], (word) => [[builder.backupVaultName(v, word), read({ word })]]),
  copyBackRoleName: ({ vendor: v }) => [
    [builder.copyBackRoleName(v, 'service'), read({ purpose: 'copyBack', word: 'copy-back' })],
    [builder.copyBackRoleName(v, 'operator'), read({ purpose: 'copyOperator', word: 'copy-operator' })],
  ],
  restoreRecordRuleName: ({ vendor: v }) => [
    [builder.restoreRecordRuleName(v), read({ word: 'restore-record' })],
  ],
  restoreTestBucketPrefix: () => [[`${builder.restoreTestBucketPrefix}x`, undefined]],
  stateBucketName: (i) => [
    [builder.stateBucketName(i.vendor, i.account, i.region), { ...place(i), purpose: 'state' }],
  ],
  connectHandlerName: ({ vendor: v }) => [
    [builder.connectHandlerName(v), read({ word: 'connect', purpose: 'connect' })],
  ],
  serviceFunctionName: ({ vendor: v }) => [
    [builder.serviceFunctionName(v, 'connect'), read({ purpose: 'connect', word: 'connect' })],
    [builder.serviceFunctionName(v, 'sweep'), read({ purpose: 'sweep', word: 'sweep' })],
    [builder.serviceFunctionName(v, 'kill-switch'), read({ purpose: 'killSwitch', word: 'kill-switch' })],
    [builder.serviceFunctionName(v, 'breach-clock'), read({ purpose: 'breachClock', word: 'breach-clock' })],
  ],
  alertTopicName: ({ vendor: v }) => [[builder.alertTopicName(v), read({ word: 'alerts' })]],
  suspendedPolicyName: ({ vendor: v }) => [
    [builder.suspendedPolicyName(v), read({ purpose: 'suspended', word: 'suspended' })],
  ],
  suspendedPersonPolicyName: ({ vendor: v, person }) => [
    [builder.suspendedPersonPolicyName(v, person), read({ purpose: 'suspended', word: 'suspended', person })],
  ],
  quarantinePolicyName: () => [
    [builder.quarantinePolicyName, { form: 'organization', purpose: 'quarantine', vendor: undefined }],
  ],
  quarantineRoleName: ({ vendor: v }) => [
    [builder.quarantineRoleName(v), read({ purpose: 'quarantine', word: 'quarantine' })],
  ],
  commanderRoleName: ({ vendor: v }) => [
    [builder.commanderRoleName(v), read({ purpose: 'incidentCommander', word: 'incident-commander' })],
  ],
  incidentRecorderRoleName: ({ vendor: v }) => [
    [builder.incidentRecorderRoleName(v), read({ purpose: 'incidentRecorder', word: 'incident-recorder' })],
  ],
  ledgerWriterRoleName: ({ vendor: v }) => [
    [builder.ledgerWriterRoleName(v), read({ purpose: 'ledgerWriter', word: 'ledger-writer' })],
  ],
  canary: ({ vendor: v }) => [[builder.keyAlias(v, builder.canary), read({ form: 'alias', word: 'canary' })]],
  canaryRoleName: ({ vendor: v }) => [[builder.canaryRoleName(v), read({ word: 'canary' })]],
  containmentRoleName: ({ vendor: v }) => [
    [builder.containmentRoleName(v), read({ purpose: 'containment', word: 'containment' })],
  ],
  environmentRoleName: ({ account, region }) => [
    [builder.environmentRoleName('Firm-{account}-{region}', account, region), undefined],
  ],
  logGroupName: ({ vendor: v }) => [
    [builder.logGroupName(v, 'kill-switch'), { form: 'path', word: 'kill-switch' }],
  ],
  machineLogGroupName: ({ vendor: v }) => [
    [builder.machineLogGroupName(v, 'kill-switch-steps'), { form: 'path', word: 'kill-switch-steps' }],
  ],
  namesOfVendor: ({ vendor: v }) => [[builder.namesOfVendor(v), read({ word: '*' })]],
  namesOfMatters: ({ vendor: v }) => [[builder.namesOfMatters(v), read({ matter: 'm-*' })]],
  vendorNamePrefix: ({ vendor: v }) => [[`${builder.vendorNamePrefix(v)}x`, read({ word: 'x' })]],
  matterNamePrefix: ({ vendor: v, matter }) => [
    [`${builder.matterNamePrefix(v, matter)}x`, read({ matter, word: 'x' })],
  ],
  backupPlanName: (i) => [[builder.backupPlanName(i.vendor, i.matter, i.zone), read(zoned(i))]],
  analyzerName: ({ vendor: v }) =>
    each(['external', 'unused'], (word) => [[builder.analyzerName(v, word), read({ word })]]),
  conformancePackName: ({ vendor: v }) => [[builder.conformancePackName(v), read({})]],
  configRuleName: () => [
    // Within the vendor's pack: no vendor's own name, and no check asks for it.
    [
      builder.configRuleName('S3_BUCKET_LOGGING_ENABLED'),
      { word: 's3-bucket-logging-enabled', form: 'organization', vendor: undefined },
    ],
  ],
  tripwireName: ({ vendor: v }) => [[builder.tripwireName(v, 'root-used'), read({ word: 'root-used' })]],
  dataIdentifierName: ({ vendor: v }) => [[builder.dataIdentifierName(v), read({ vendor: v })]],
  dnsDeliveryPolicyName: ({ vendor: v }) => [
    [builder.dnsDeliveryPolicyName(v), read({ word: 'dns-delivery' })],
  ],
  organizationPolicyName: () =>
    each(['ec2-settings', 's3-public-access', 'ai-services-opt-out'], (kind) => [
      [builder.organizationPolicyName(kind), { form: 'organization', word: kind, vendor: undefined }],
    ]),
  guardrailName: ({ vendor: v }) => [[builder.guardrailName(v, 'region-pin'), read({ word: 'region-pin' })]],
};

test('every name of the builder has its reading here', () => {
  expect(Object.keys(cases).sort()).toEqual(Object.keys(builder).sort());
});

test.each(Object.entries(cases))('the judge reads what %s writes', (_, of) => {
  fc.assert(
    fc.property(ids, (given) => {
      const written = of(given);
      expect(written).not.toEqual([]);
      for (const [name, expected] of written)
        if (expected === undefined) expect(readName(name)).toBeUndefined();
        else
          expect({ name, vendor: undefined, ...readName(name) }).toMatchObject({
            name,
            vendor: given.vendor,
            ...expected,
          });
    }),
  );
});

test('the judge knows the names that are not the blueprint’s own', () => {
  expect(bootstrapRole(builder.pipelineRoleName('closedroom', '100000000001', 'eu-west-2'))).toBe('deploy');
  expect(builder.restoreTestBucketPrefix).toBe(restoreTestBuckets);
});
