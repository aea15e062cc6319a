import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = 'lib/functions/kill-switch';

/** `kill-switch-steps.ts` from the files in `steps`: one file is one step. */
export function killSwitchStepsIndex(): ReadonlyMap<string, string> {
  const slugs = readdirSync(join(folder, 'steps'))
    .map((file) => basename(file, '.ts'))
    .sort();
  const content = [
    '// Generated from the files of `steps` by `npm run generate`; do not edit.',
    '',
    "import type { Step } from './step.ts';",
    ...slugs.map((slug) => `import { ${camel(slug)} } from './steps/${slug}.ts';`),
    '',
    '/** Every step of the kill switch, in its order. */',
    'export const killSwitchSteps: readonly Step[] = [',
    ...slugs.map((slug) => `  ${camel(slug)},`),
    '].sort((a, b) => a.order - b.order);',
    '',
  ].join('\n');
  return new Map([[join(folder, 'kill-switch-steps.ts'), content]]);
}

const camel = (slug: string): string => slug.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
