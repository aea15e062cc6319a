import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../docs/adr');
const read = (file: string): string => readFileSync(join(folder, file), 'utf8');
const decisions = readdirSync(folder).filter((file) => /^\d/.test(file));

/** Parts of a decision, in order; the first seven were written before there was a template. */
const partsOf = (text: string): string[] =>
  [...text.matchAll(/^\*\*(\w+)\.\*\*/gm)].map(([, part]) => `${part}`);
const template = partsOf(read('template.md'));

test('decisions are numbered without a gap', () => {
  expect(decisions.length).toBeGreaterThan(0);
  const numbers = decisions.map((file) => Number(file.slice(0, 4)));
  expect(numbers).toEqual(decisions.map((_, index) => index + 1));
});

test('the list has every decision, with its title', () => {
  const rows = [...read('README.md').matchAll(/^\| \[(\d{4})\]\((\S+)\) +\| (.*?) +\|$/gm)];
  expect(rows.map(([, number, file, title]) => ({ file, heading: `# ${number} ${title}` }))).toEqual(
    decisions.map((file) => ({ file, heading: read(file).split('\n')[0] })),
  );
});

test.each(decisions)('%s has a status with its day, and the parts of the template', (file) => {
  expect(read(file)).toMatch(/^(Proposed|Accepted), \d{4}-\d{2}-\d{2}[.;]/m);
  const parts = template.filter((part) => part !== 'Alternatives' || file >= '0008');
  expect(template).toEqual(['Context', 'Decision', 'Consequences', 'Alternatives']);
  expect(partsOf(read(file))).toEqual(parts);
});
