import { readArn } from '../model/arn.ts';
import { type Finding, inputFinding, UnusableInputError } from '../model/finding.ts';
import type { LoadedFiles } from './config.ts';
import { findingAt } from './finding-at.ts';
import type { Located } from './load-yaml.ts';
import type { Certificates, Organization } from './organization-schema.ts';
import type { Vendor } from './vendor-schema.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

/**
 * The VPN certificates of a vendor: its own pair, else the organization's pair whose ARNs carry the vendor's
 * account and region. `loadConfig` has made sure that there is one.
 */
export function resolveCertificates(organization: Organization, vendor: Vendor): Certificates {
  const found = findCertificates(organization, vendor);
  if (found) return found;
  throw new UnusableInputError([
    inputFinding({ where: { file: `vendors/${vendor.vendor}.yaml` }, ...noCertificates(vendor) }),
  ]);
}

/** Every vendor has a pair, and both halves of a pair lie in one account and region. */
export function certificateProblems({ organization, vendors }: LoadedFiles): Finding[] {
  return [
    ...(organization ? organizationPairs(organization) : []),
    ...vendors.flatMap(({ value, source }) => {
      if (value.certificates)
        return placeProblems(value.certificates, `${value.region}:${value.account}`, source, [
          'certificates',
        ]);
      if (!organization || findCertificates(organization.value, value)) return [];
      return [findingAt(source, ['account'], noCertificates(value))];
    }),
  ];
}

function organizationPairs({ value, source }: Located<Organization>): Finding[] {
  const places = value.certificates.map((pair) => placeOfArn(pair.server));
  return value.certificates.flatMap((pair, index) => {
    const place = placeOfArn(pair.server);
    const path = ['certificates', index];
    if (places.indexOf(place) === index) return placeProblems(pair, place, source, path);
    return [
      findingAt(source, path, {
        code: 'CFG-DUPLICATE-ID',
        got: `a second pair for ${place.replace(':', ', account ')}`,
        expected: 'one pair for each account and region',
        fix: 'keep one of the two',
      }),
    ];
  });
}

function findCertificates(organization: Organization, vendor: Vendor): Certificates | undefined {
  return (
    vendor.certificates ??
    organization.certificates.find((pair) => placeOfArn(pair.server) === `${vendor.region}:${vendor.account}`)
  );
}

const noCertificates = (vendor: Vendor): Pick<Finding, 'code' | 'got' | 'expected' | 'fix'> => ({
  code: 'CFG-NO-CERTIFICATE',
  got: `no VPN certificates in account ${vendor.account}, region ${vendor.region}`,
  expected: '"certificates" in this file, or a pair of this account and region in organization.yaml',
  fix: 'import both certificates into ACM and name their ARNs in one of the two places',
});

function placeProblems(pair: Certificates, place: string, source: YamlFile, path: YamlPath): Finding[] {
  return (['server', 'clientRoot'] as const)
    .filter((half) => placeOfArn(pair[half]) !== place)
    .map((half) =>
      findingAt(source, [...path, half], {
        code: 'CFG-CERTIFICATE-PLACE',
        got: pair[half],
        expected: `a certificate of ${place.replace(':', ', account ')}`,
        fix: 'import it where the VPN endpoint is and name that ARN',
      }),
    );
}

/** `region:account` of an ARN. */
function placeOfArn(text: string): string {
  const { region, account } = readArn(text) ?? {};
  return `${region}:${account}`;
}
