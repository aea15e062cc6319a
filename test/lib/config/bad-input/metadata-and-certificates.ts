import type { BadInput } from './bad-input.ts';

const luzon = 'vendors/luzon.yaml';
const arn = 'arn:aws:acm:us-east-2:200000000002:certificate/33333333-3333-4333-8333-333333333333';
const usPair = arn.replace('us-east-2', 'us-east-1');

/** Identity-provider metadata and certificates. */
export const metadataAndCertificates: readonly BadInput[] = [
  {
    name: 'no certificates for the account',
    spoil: (c) => c.replace('organization.yaml', /:us-east-1:200000000002/g, ':us-east-2:200000000002'),
    message: `
      config/vendors/luzon.yaml:5:10 CFG-NO-CERTIFICATE
        got       no VPN certificates in account 200000000002, region us-east-1
        expected  "certificates" in this file, or a pair of this account and region in organization.yaml
        fix       import both certificates into ACM and name their ARNs in one of the two places
    `,
  },
  {
    name: 'two certificates of different places',
    spoil: (c) => c.replace('organization.yaml', ':us-east-1:200000000002', ':us-east-1:200000000009'),
    message: `
      config/organization.yaml:29:17 CFG-CERTIFICATE-PLACE
        got       arn:aws:acm:us-east-1:200000000002:certificate/44444444-4444-4444-8444-444444444444
        expected  a certificate of us-east-1, account 200000000009
        fix       import it where the VPN endpoint is and name that ARN
      config/vendors/luzon.yaml:5:10 CFG-NO-CERTIFICATE
        got       no VPN certificates in account 200000000002, region us-east-1
        expected  "certificates" in this file, or a pair of this account and region in organization.yaml
        fix       import both certificates into ACM and name their ARNs in one of the two places
    `,
  },
  {
    name: 'two pairs for one place',
    spoil: (c) =>
      c.replace(
        'organization.yaml',
        'certificates:',
        `certificates:\n  - {server: ${usPair}, clientRoot: ${usPair}}`,
      ),
    message: `
      config/organization.yaml:29:5 CFG-DUPLICATE-ID
        got       a second pair for us-east-1, account 200000000002
        expected  one pair for each account and region
        fix       keep one of the two
    `,
  },
  {
    name: 'certificates of the vendor in another region',
    spoil: (c) =>
      c.replace(luzon, 'network:', `certificates:\n  server: ${arn}\n  clientRoot: ${arn}\nnetwork:`),
    message: `
      config/vendors/luzon.yaml:12:11 CFG-CERTIFICATE-PLACE
        got       arn:aws:acm:us-east-2:200000000002:certificate/33333333-3333-4333-8333-333333333333
        expected  a certificate of us-east-1, account 200000000002
        fix       import it where the VPN endpoint is and name that ARN
      config/vendors/luzon.yaml:13:15 CFG-CERTIFICATE-PLACE
        got       arn:aws:acm:us-east-2:200000000002:certificate/33333333-3333-4333-8333-333333333333
        expected  a certificate of us-east-1, account 200000000002
        fix       import it where the VPN endpoint is and name that ARN
    `,
  },
  {
    name: 'metadata that does not exist',
    spoil: (c) => c.replace('organization.yaml', 'idp/vpn.xml', 'idp/vnp.xml'),
    message: `
      config/idp/vnp.xml CFG-NOT-FOUND
        got       no such file
        expected  a readable file
        fix       create it, or correct the path
    `,
  },
  {
    name: 'metadata that is too short',
    spoil: (c) => c.write('idp/vpn.xml', '<x/>'),
    message: `
      config/organization.yaml:23:16 CFG-SAML-METADATA
        got       idp/vpn.xml: 4 characters
        expected  SAML 2.0 metadata of an identity provider, 1,000 to 10,000,000 characters
        fix       download the metadata again from the identity provider
    `,
  },
  {
    name: 'metadata that is not well-formed',
    spoil: (c) => c.replace('idp/vpn.xml', '</md:IDPSSODescriptor>', ''),
    message: `
      config/organization.yaml:23:16 CFG-SAML-METADATA
        got       idp/vpn.xml: not well-formed XML (32:22: unexpected close tag.)
        expected  SAML 2.0 metadata of an identity provider, 1,000 to 10,000,000 characters
        fix       download the metadata again from the identity provider
    `,
  },
  {
    name: 'metadata of a service provider',
    spoil: (c) => c.replace('idp/vpn.xml', /IDPSSODescriptor/g, 'SPSSODescriptor'),
    message: `
      config/organization.yaml:23:16 CFG-SAML-METADATA
        got       idp/vpn.xml: no IDPSSODescriptor
        expected  SAML 2.0 metadata of an identity provider, 1,000 to 10,000,000 characters
        fix       download the metadata again from the identity provider
    `,
  },
  {
    name: 'metadata outside the folder',
    spoil: (c) => c.replace('organization.yaml', 'idp/vpn.xml', '../vpn.xml'),
    message: `
      config/organization.yaml:23:16 CFG-PATTERN
        got       vpnMetadata: "../vpn.xml"
        expected  a path below the configuration folder
        fix       replace the value
    `,
  },
];
