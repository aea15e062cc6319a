import { createHash } from 'node:crypto';
import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type ExampleFolder, type PlacedDeviation } from '../../../authoring/check.ts';
import type { FirmFiles } from '../../../template/assembly.ts';
import type { AssemblyView, Placed } from '../../../template/assembly-view.ts';

const parts = {
  'entity id': /\bentityID="([^"]*)"/g,
  certificate: /<(?:\w+:)?X509Certificate>\s*([^<]*?)\s*</g,
  address: /<(?:\w+:)?SingleSignOnService\b[^>]*\bLocation="([^"]*)"/g,
} as const;

const valuesOf = (text: string, part: keyof typeof parts): string =>
  [...text.matchAll(parts[part])].map(([, value = '']) => shown(part, value.replace(/\s/g, ''))).join(', ');

/** A certificate as `openssl x509 -fingerprint -sha256` names it, but for the colons. */
const shown = (part: keyof typeof parts, value: string): string =>
  part === 'certificate'
    ? `SHA-256 ${createHash('sha256').update(Buffer.from(value, 'base64')).digest('hex')}`
    : value;

/** The parts in which two documents differ, or the whole where these are the same. */
function differences(got: string, wanted: string): { got: string; expected: string }[] {
  if (got === wanted) return [];
  const named = (Object.keys(parts) as (keyof typeof parts)[]).flatMap((part) => {
    const [one, other] = [valuesOf(got, part), valuesOf(wanted, part)];
    return one === other ? [] : [{ got: `${part} ${one || 'none'}`, expected: `${part} ${other || 'none'}` }];
  });
  return named.length > 0 ? named : [{ got: 'another document', expected: 'the document of the firm' }];
}

const documentOf = ({ resource }: Placed): unknown => resource.get('SamlMetadataDocument');

const purposeOf = ({ resource }: Placed): keyof NonNullable<FirmFiles['identityProviders']> =>
  asText(resource.get('Name') ?? '').endsWith('-vpn') ? 'vpn' : 'access';

/** Document that a provider ought to hold: the firm's file, or what the first of its purpose holds. */
const wantedOf = (providers: readonly Placed[], firm: FirmFiles | undefined, one: Placed): unknown =>
  firm?.identityProviders?.[purposeOf(one)] ??
  documentOf(providers.find((other) => purposeOf(other) === purposeOf(one)) ?? one);

const firm: FirmFiles = { identityProviders: { access: metadata('access'), vpn: metadata('vpn') } };

function metadata(name: string, certificate = 'MIIB'): string {
  const address = `https://idp.example/${name}`;
  return (
    `<EntityDescriptor entityID="https://idp.example/${name}"><IDPSSODescriptor><KeyDescriptor>` +
    `<ds:X509Certificate>${certificate}</ds:X509Certificate></KeyDescriptor>` +
    `<SingleSignOnService Location="${address}"/></IDPSSODescriptor></EntityDescriptor>`
  );
}

const provider = (purpose: string, SamlMetadataDocument: unknown) => ({
  Type: 'AWS::IAM::SAMLProvider',
  Properties: { Name: `firm-${purpose}`, SamlMetadataDocument },
});

const example = (given: FirmFiles | undefined, access: unknown, vpn: unknown): ExampleFolder => ({
  files: {},
  stacks: { 'meridian/Access': { Access: provider('access', access), Vpn: provider('vpn', vpn) } },
  ...(given && { firm: given }),
});

/** The key that signs assertions says who somebody is. */
export const check = assemblyCheck({
  control: 'LPO-IDN-01',
  name: 'identity-providers-are-the-firms',
  expected: 'the metadata that the firm has on file for this purpose, written out',
  fix: 'take the file that organization.yaml names; where the identity provider has new metadata, put it there first',
  judge(view: AssemblyView) {
    const providers = view.ofType('AWS::IAM::SAMLProvider');
    if (providers.length === 0) return 'not applicable';
    return providers.flatMap((one): PlacedDeviation[] => {
      const at = { stack: one.stack.id, logicalId: one.resource.logicalId, property: 'SamlMetadataDocument' };
      const document = documentOf(one);
      if (typeof document !== 'string') return [{ ...at, got: JSON.stringify(document) ?? 'none' }];
      return differences(document, asText(wantedOf(providers, view.assembly.firm, one))).map((each) => ({
        ...at,
        ...each,
      }));
    });
  },
  good: {
    "the firm's files": example(firm, metadata('access'), metadata('vpn')),
    'no files to compare with': example(undefined, metadata('access'), metadata('vpn')),
  },
  bad: {
    'another certificate': example(firm, metadata('access', 'MIIC'), metadata('vpn')),
    'the two exchanged': example(firm, metadata('vpn'), metadata('access')),
    'a second certificate': example(
      firm,
      metadata('access').replace(
        '</KeyDescriptor>',
        '<ds:X509Certificate>MIIC</ds:X509Certificate></KeyDescriptor>',
      ),
      metadata('vpn'),
    ),
    'another address': example(
      firm,
      metadata('access').replace('Location="https', 'Location="http'),
      metadata('vpn'),
    ),
    'a comment': example(firm, `${metadata('access')}<!-- -->`, metadata('vpn')),
    'known at deployment': example(firm, { Ref: 'Metadata' }, metadata('vpn')),
    'known at deployment, and no files': example(undefined, { Ref: 'Metadata' }, metadata('vpn')),
    'two vendors, two certificates': {
      files: {},
      stacks: {
        'luzon/Access': { Access: provider('access', metadata('access', 'MIIC')) },
        'meridian/Access': { Access: provider('access', metadata('access')) },
      },
    },
  },
});
