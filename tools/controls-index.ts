import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const controlsFolder = 'policies/controls';

/** `policies/controls/index.ts` from the files in the folders of the families: one file is one control. */
export function controlsIndex(): ReadonlyMap<string, string> {
  const controls = families().flatMap((family) =>
    readdirSync(join(controlsFolder, family), { withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => ({ family, slug: basename(entry.name, '.ts') }))
      .sort((a, b) => a.slug.localeCompare(b.slug)),
  );
  const paths = controls.map(
    ({ family, slug }) => [`./${family}/${slug}.ts`, `import { ${camel(slug)} }`] as const,
  );
  const imports = [...paths, ['../authoring/control.ts', 'import type { Control }'] as const]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, names]) => `${names} from '${path}';`);
  const entries = controls.map(
    ({ family, slug }) => `  [${camel(slug)}, '${controlsFolder}/${family}/${slug}.ts'],`,
  );
  const content = [
    '// Generated from the files beside it by `npm run generate`; do not edit.',
    '',
    ...imports,
    '',
    '/** The file each control is written in. */',
    'export const sources: ReadonlyMap<Control, string> = new Map([',
    ...entries,
    ']);',
    '',
    '/** Every control there is, ordered by id. */',
    'export const controls: readonly Control[] = [...sources.keys()].sort((a, b) =>',
    "  a.id.localeCompare(b.id, 'en'),",
    ');',
    '',
  ].join('\n');
  return new Map([[join(controlsFolder, 'index.ts'), content]]);
}

const families = (): string[] =>
  readdirSync(controlsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

const camel = (slug: string): string => slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
