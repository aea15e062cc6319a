import { resolveCertificates } from '../../../lib/config/certificates.ts';
import { loadConfig } from '../../../lib/config/load-config.ts';
import { UnusableInputError } from '../../../lib/model/finding.ts';

const { organization, vendors } = loadConfig('config');
const luzon = vendors.find(({ vendor }) => vendor === 'luzon') ?? fail('no luzon');

test("the organization's pair of the vendor's account and region", () => {
  expect(resolveCertificates(organization, luzon).server).toContain(':us-east-1:200000000002:');
});

test("the vendor's own pair comes first", () => {
  const own = { server: 'own-server', clientRoot: 'own-root' };
  expect(resolveCertificates(organization, { ...luzon, certificates: own })).toBe(own);
});

test('no pair is an error, not a default', () => {
  expect(() => resolveCertificates({ ...organization, certificates: [] }, luzon)).toThrow(UnusableInputError);
});

function fail(message: string): never {
  throw new Error(message);
}
