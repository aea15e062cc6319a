import { type Problem, UnusableInputError } from '../model/problem.ts';
import type { LoadedFiles } from './config.ts';
import type { Located } from './load-yaml.ts';
import type { Certificates, Organization } from './organization-schema.ts';
import { problemAt } from './problem-at.ts';
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
    { file: `vendors/${vendor.vendor}.yaml`, line: 1, column: 1, ...noCertificates(vendor) },
  ]);
}

/** Every vendor has a pair, and both halves of a pair lie in one account and region. */
export function certificateProblems({ organization, vendors }: LoadedFiles): Problem[] {
  return [
    ...(organization ? organizationPairs(organization) : []),
    ...vendors.flatMap(({ value, source }) => {
      if (value.certificates)
        return placeProblems(value.certificates, `${value.region}:${value.account}`, source, [
          'certificates',
        ]);
      if (!organization || findCertificates(organization.value, value)) return [];
      return [problemAt(source, ['account'], noCertificates(value))];
    }),
  ];
}

function organizationPairs({ value, source }: Located<Organization>): Problem[] {
  const places = value.certificates.map((pair) => placeOfArn(pair.server));
  return value.certificates.flatMap((pair, index) => {
    const place = placeOfArn(pair.server);
    const path = ['certificates', index];
    if (places.indexOf(place) === index) return placeProblems(pair, place, source, path);
    return [
      problemAt(source, path, {
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

const noCertificates = (vendor: Vendor): Pick<Problem, 'code' | 'got' | 'expected' | 'fix'> => ({
  code: 'CFG-NO-CERTIFICATE',
  got: `no VPN certificates in account ${vendor.account}, region ${vendor.region}`,
  expected: '"certificates" in this file, or a pair of this account and region in organization.yaml',
  fix: 'import both certificates into ACM and name their ARNs in one of the two places',
});

function placeProblems(pair: Certificates, place: string, source: YamlFile, path: YamlPath): Problem[] {
  return (['server', 'clientRoot'] as const)
    .filter((half) => placeOfArn(pair[half]) !== place)
    .map((half) =>
      problemAt(source, [...path, half], {
        code: 'CFG-CERTIFICATE-PLACE',
        got: pair[half],
        expected: `a certificate of ${place.replace(':', ', account ')}`,
        fix: 'import it where the VPN endpoint is and name that ARN',
      }),
    );
}

/** `region:account` of an ARN. */
const placeOfArn = (arn: string): string => arn.split(':').slice(3, 5).join(':');
