import { Document, isMap, isPair, isScalar, isSeq, type Node } from 'yaml';
import { z } from 'zod';
import { asText } from '../model/as-text.ts';
import { schemaAt } from './schema-at.ts';
import { vendorSchema } from './vendor-schema.ts';
import type { YamlPath } from './yaml-file.ts';

/** A person's answers about a new vendor; everything else has a default or is a record for later. */
export interface VendorAnswers {
  readonly vendor: string;
  readonly legalName: string;
  readonly account: string;
  readonly owner: string;
  readonly region: string;
  readonly recoveryRegion?: string;
  readonly availabilityZones: readonly string[];
  readonly vpcCidr: string;
  readonly clientCidr: string;
  readonly certificates?: { readonly server: string; readonly clientRoot: string };
  readonly matter: {
    readonly id: string;
    readonly type: string;
    readonly dataClasses: readonly string[];
    readonly origins: readonly string[];
    readonly accessCountries: readonly string[];
    readonly closeDate: string;
    readonly retentionDays: number;
  };
  /** Makes an id for a group the identity provider does not have yet. */
  readonly newGroupId: () => string;
}

/** A vendor file with the descriptions of the schema as comments, and a list of the records still to add. */
export function vendorTemplate(answers: VendorAnswers): string {
  const { matter, newGroupId } = answers;
  const group = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, newGroupId()]));
  const document = new Document({
    vendor: answers.vendor,
    legalName: answers.legalName,
    account: answers.account,
    owner: answers.owner,
    region: answers.region,
    ...(answers.recoveryRegion ? { recoveryRegion: answers.recoveryRegion } : {}),
    availabilityZones: answers.availabilityZones,
    network: { vpcCidr: answers.vpcCidr, clientCidr: answers.clientCidr },
    ...(answers.certificates ? { certificates: answers.certificates } : {}),
    groups: group(['auditor', 'keyCustodian']),
    matters: [
      {
        ...matter,
        groups: group(['reviewer', 'qcLead', 'supervisingLawyer', 'releaseApprover', 'matterAdministrator']),
      },
    ],
  });
  describe(document.contents as Node, []);
  return [
    '# yaml-language-server: $schema=../schema/vendor.schema.json',
    '# Group ids are placeholders: replace them by the ids the identity provider sends.',
    '',
    document.toString({ lineWidth: 100 }).trimEnd(),
    '',
    ...recordsToAdd(Object.keys(document.toJS())),
    '',
  ].join('\n');
}

/** Puts the description of each field above it; lists and mappings below are described too. */
function describe(node: Node | null, path: YamlPath): void {
  if (isSeq(node))
    node.items.forEach((item, index) => {
      describe(item as Node, [...path, index]);
    });
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (!isPair(pair) || !isScalar(pair.key)) continue;
    const below = [...path, asText(pair.key.value)];
    const text = schemaAt(vendorSchema, below)?.description ?? '';
    if (text !== '') pair.key.commentBefore = ` ${text}`;
    describe(pair.value as Node | null, below);
  }
}

/** The sections that hold records, as comments: an editor with the schema completes what is inside. */
function recordsToAdd(present: readonly string[]): string[] {
  const missing = Object.entries(vendorSchema.shape).filter(([name]) => !present.includes(name));
  return [
    '# Records to add; `npx lpo validate` says which are missing. An editor completes them.',
    ...missing
      .filter(([name]) => name !== 'recoveryRegion' && name !== 'certificates')
      .map(([name, schema]) => `# ${name}: ${z.globalRegistry.get(schema)?.description ?? ''}`.trimEnd()),
  ];
}
