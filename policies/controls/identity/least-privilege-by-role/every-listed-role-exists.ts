import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { matterBucket } from '../../../authoring/fixtures/bucket.ts';
import { role } from '../../../authoring/fixtures/role.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { rolesOfAMatter, rolesOfAVendor } from '../../../reading/role-purposes.ts';
import { vendorsOf } from '../../../reading/vendors.ts';
import type { AssemblyView } from '../../../template/assembly-view.ts';
import { organizationName, readName, zoneId } from '../../../template/names.ts';

/** Names of the roles a matter, or one zone of it, cannot be without. */
const ofMatter = (vendor: string, matter: string, zone: string | undefined): string[] =>
  Object.entries(rolesOfAMatter)
    .filter(([, { inEachZone, optional }]) => !optional && (zone !== 'privileged' || inEachZone))
    .map(([word]) => `lpo-${vendor}-${zoneId(matter, zone)}-${word}`);

const ofVendor = (vendor: string): string[] => [
  organizationName('breakGlass'),
  ...Object.entries(rolesOfAVendor)
    .filter(([, { optional }]) => !optional)
    .map(([word]) => `lpo-${vendor}-${word}`),
];

const documents = ofMatter('meridian', 'm-7f3a9c', undefined);
const workspace = (without?: string): ExampleStacks => ({
  'meridian/Network': {
    Vpn: { Type: 'AWS::EC2::ClientVpnEndpoint', Properties: { Tags: tags({ 'lpo:vendor': 'meridian' }) } },
  },
  'meridian/Matter': {
    Bucket: matterBucket({ 'lpo:vendor': 'meridian' }),
    ...Object.fromEntries(
      [...ofVendor('meridian'), ...documents]
        .filter((name) => name !== without)
        .map((RoleName, index) => [`Role${index}`, role({ RoleName })]),
    ),
  },
});

/** A workspace that people connect to is whole: who checks, who cuts off and who restores is there before them. */
export const check = assemblyCheck({
  control: 'LPO-IDN-02',
  name: 'every-listed-role-exists',
  expected:
    'a workspace with a VPN has every role of the closed lists, and each of its matters has every role of a matter',
  fix: 'add the role; or decide that no workspace needs it, and take its row out of policies/reading/role-purposes.ts',
  judge(view) {
    const whole = vendorsOf(view).filter(({ account }) =>
      view.ofType('AWS::EC2::ClientVpnEndpoint').some(({ stack }) => stack.account === account),
    );
    if (whole.length === 0) return 'not applicable';
    const names = new Set(view.ofType('AWS::IAM::Role').map(({ resource }) => resource.text('RoleName')));
    return whole.flatMap(({ vendor, account, anchor }) =>
      [
        ...ofVendor(vendor),
        ...zonesIn(view, account).flatMap(({ matter, zone }) => ofMatter(vendor, matter, zone)),
      ]
        .filter((name) => !names.has(name))
        .map((name) => ({ stack: anchor.stack.id, property: 'AWS::IAM::Role', got: `no role ${name}` })),
    );
  },
  good: {
    'a whole workspace': workspace(),
    'a privileged zone has no people of its own': {
      ...workspace(),
      'meridian/Privileged': Object.fromEntries([
        ['Bucket', matterBucket({}, { BucketName: 'lpo-meridian-m-7f3a9c-p-200000000001-eu-west-2' })],
        ...ofMatter('meridian', 'm-7f3a9c', 'privileged').map((RoleName, index) => [
          `Role${index}`,
          role({ RoleName }),
        ]),
      ]),
    },
  },
  bad: {
    'no auditor': workspace('lpo-meridian-auditor'),
    'nobody who cuts off': workspace('lpo-meridian-containment'),
    'no break-glass': workspace('lpo-break-glass'),
    'no malware scan': workspace('lpo-meridian-m-7f3a9c-malware-scan'),
    'no restore of privileged work': {
      ...workspace(),
      'meridian/Privileged': {
        Bucket: matterBucket({}, { BucketName: 'lpo-meridian-m-7f3a9c-p-200000000001-eu-west-2' }),
      },
    },
  },
});

/** Zones of matters by the names of their buckets. */
const zonesIn = (view: AssemblyView, account: string) =>
  view
    .ofType('AWS::S3::Bucket')
    .filter(({ stack }) => stack.account === account)
    .flatMap(({ resource }) => {
      const { form, matter, zone } = readName(resource.text('BucketName') ?? '') ?? {};
      return form === 'bucket' && matter !== undefined ? [{ matter, zone }] : [];
    });
