import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { readText } from '../files/read-text.ts';
import type { Finding } from '../model/finding.ts';
import { findingAt } from './finding-at.ts';
import type { Located } from './load-yaml.ts';
import type { Organization } from './organization-schema.ts';

const metadataNamespace = 'urn:oasis:names:tc:SAML:2.0:metadata';

/** IAM accepts metadata documents of 1,000 to 10,000,000 characters (CreateSAMLProvider). */
const limits = { min: 1_000, max: 10_000_000 };

/** Reads the two SAML metadata files the organization names. */
export function loadSamlMetadata(
  directory: string,
  organization: Located<Organization>,
  problems: Finding[],
): { access: string; vpn: string } {
  const read = (field: 'accessMetadata' | 'vpnMetadata'): string => {
    const name = organization.value.identityProvider[field];
    const file = join(directory, name);
    const text = readText(file, { family: 'CFG', maxBytes: 4 * limits.max, within: directory });
    const reason = typeof text === 'string' ? metadataProblem(text) : undefined;
    if (typeof text !== 'string') problems.push(text);
    else if (reason)
      problems.push(
        findingAt(organization.source, ['identityProvider', field], {
          code: 'CFG-SAML-METADATA',
          got: `${name}: ${reason}`,
          expected: 'SAML 2.0 metadata of an identity provider, 1,000 to 10,000,000 characters',
          fix: 'download the metadata again from the identity provider',
        }),
      );
    return typeof text === 'string' ? text : '';
  };
  return { access: read('accessMetadata'), vpn: read('vpnMetadata') };
}

/** Why a text is not the metadata of a SAML identity provider; undefined when it is. */
function metadataProblem(text: string): string | undefined {
  if (text.length < limits.min || text.length > limits.max) return `${text.length} characters`;
  const parser = new SaxesParser({ xmlns: true });
  const open: string[] = [];
  const found = new Set<string>();
  parser.on('opentag', (tag) => {
    open.push(tag.uri === metadataNamespace ? tag.local : '');
    found.add(open.join('/'));
  });
  parser.on('closetag', () => open.pop());
  parser.on('error', (error) => {
    throw error;
  });
  try {
    parser.write(text).close();
  } catch (error) {
    return `not well-formed XML (${(error as Error).message})`;
  }
  if (!found.has('EntityDescriptor')) return 'no EntityDescriptor at the root';
  if (!found.has('EntityDescriptor/IDPSSODescriptor')) return 'no IDPSSODescriptor';
  if (!found.has('EntityDescriptor/IDPSSODescriptor/SingleSignOnService')) return 'no SingleSignOnService';
  return undefined;
}
