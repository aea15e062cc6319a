import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type DenyLists, denyListsSchema } from '../law/deny-lists-schema.ts';
import { type Jurisdiction, jurisdictionSchema } from '../law/jurisdiction-schema.ts';
import { type RegionTable, regionsSchema } from '../law/regions-schema.ts';
import type { Finding } from '../model/finding.ts';
import { type Located, loadYaml } from './load-yaml.ts';
import { by, readFolder } from './read-folder.ts';

/** Seen from the working directory: where somebody reads it is nobody's business in a message. */
const shippedLaw = relative(process.cwd(), join(import.meta.dirname, '..', 'law')) || '.';

/** The law with the files it was read from; a table that is not valid is undefined. */
export interface LocatedLaw {
  /** Sorted by code. */
  readonly jurisdictions: readonly Located<Jurisdiction>[];
  readonly regions: Located<RegionTable> | undefined;
  readonly denyLists: Located<DenyLists> | undefined;
}

/**
 * The law as it is shipped, and what a firm's folder adds in `law/`.
 *
 * @param folder with `jurisdictions/`, `regions.yaml` and `deny-lists.yaml`
 */
export function readLaw(problems: Finding[], folder = shippedLaw, firm?: string): LocatedLaw {
  const shipped = folder === shippedLaw ? readShipped(problems) : read(folder, problems);
  // A firm need not add any law.
  const own = firm && existsSync(join(firm, 'law')) && readdirSync(join(firm, 'law')).length > 0;
  if (!own) return shipped;
  const added = readFolder(firm, 'law', 'jurisdiction', jurisdictionSchema, problems);
  return { ...shipped, jurisdictions: [...shipped.jurisdictions, ...added].sort(byCode) };
}

const byCode = by<Jurisdiction>(({ code }) => code);

function read(folder: string, problems: Finding[]): LocatedLaw {
  return {
    regions: loadYaml(folder, join(folder, 'regions.yaml'), regionsSchema, problems),
    denyLists: loadYaml(folder, join(folder, 'deny-lists.yaml'), denyListsSchema, problems),
    jurisdictions: readFolder(folder, 'jurisdictions', 'jurisdiction', jurisdictionSchema, problems).sort(
      byCode,
    ),
  };
}

let known: LocatedLaw | undefined;

/** Law as shipped: it stays the same while a process runs. Nothing is kept of files that are not valid. */
function readShipped(problems: Finding[]): LocatedLaw {
  if (known !== undefined) return known;
  const found: Finding[] = [];
  const law = read(shippedLaw, found);
  problems.push(...found);
  if (found.length === 0) known = law;
  return law;
}
