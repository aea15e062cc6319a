import { by } from '../../lib/model/order.ts';
import type { Check } from '../authoring/check.ts';
import type { ControlId, ControlRow } from '../authoring/control-row.ts';
import type { Control } from './control.ts';
import { ruleId } from './judge.ts';

/** Exports of a file of `policies/controls`: the row of a control, a check, or both. */
export interface ControlFile {
  readonly control?: ControlRow;
  readonly check?: Check;
}

/** Files that make no catalogue, each with what is wrong; never just the first. */
export class CatalogueError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['The catalogue of controls cannot be joined:', ...problems].join('\n  '));
    this.name = 'CatalogueError';
  }
}

const folder = 'policies/controls/';

/**
 * The catalogue, ordered by id, from the files it is written in.
 *
 * @param files by path below `policies/controls`.
 * @throws CatalogueError with everything that does not fit.
 */
export function joinControls(
  files: Readonly<Record<string, ControlFile>>,
  retiredIds: readonly ControlId[],
): readonly Control[] {
  const written = Object.entries(files).map(([path, exported]) => ({ file: folder + path, exported }));
  const rows = written.flatMap(({ file, exported: { control } }) => (control ? [{ ...control, file }] : []));
  const checks = written.flatMap(({ file, exported: { check } }) => (check ? [{ ...check, file }] : []));
  checks.sort(by(({ name }) => name));
  const controls = rows
    .map((row): Control => ({ ...row, checks: checks.filter(({ control }) => control === row.id) }))
    .sort(by(({ id }) => id));
  const problems = [
    ...written.flatMap(({ file, exported }) => exportProblems(file, Object.keys(exported))),
    ...idProblems(rows, retiredIds),
    ...checks.flatMap((check) => checkProblems(check, rows)),
    ...repeated(checks.map((check) => [ruleId(check), check.file])).map(
      ([rule, where]) => `${where}: the rule ${rule} is one check alone`,
    ),
    ...controls
      .filter((control) => control.checks.length === 0 && !control.record)
      .map(({ id, file }) => `${file}: no check names ${id}, so it must name the record that shows it`),
  ];
  if (problems.length > 0) throw new CatalogueError(problems);
  return controls;
}

function exportProblems(file: string, names: readonly string[]): string[] {
  const others = names.filter((name) => name !== 'control' && name !== 'check');
  if (others.length > 0)
    return [`${file}: exports ${others.join(', ')}; a file exports \`control\`, \`check\` or both`];
  return names.length === 0 ? [`${file}: exports neither \`control\` nor \`check\``] : [];
}

type Row = ControlRow & { readonly file: string };

function idProblems(rows: readonly Row[], retiredIds: readonly ControlId[]): string[] {
  const taken = new Set<string>([...rows.map(({ id }) => id), ...retiredIds]);
  return [
    ...rows
      .filter(({ id }) => !/^LPO-[A-Z]{3}-\d\d$/.test(id))
      .map(({ id, file }) => `${file}: the id ${id} is not of the form LPO-ABC-01`),
    ...repeated(rows.map(({ id, file }) => [id, file])).map(
      ([id, where]) => `${where}: the id ${id} is given to one control alone`,
    ),
    ...rows
      .filter(({ id }) => retiredIds.includes(id))
      .map(({ id, file }) => `${file}: the id ${id} is retired; take the next free one`),
    ...[...taken].flatMap((id) => {
      const before = idBefore(id);
      return before === undefined || taken.has(before)
        ? []
        : [`policies/catalogue/retired-ids.ts: ${before} is missing before ${id}; an id that went is listed`];
    }),
    ...rows.flatMap((row) => {
      const stranger = rows.find((other) => (code(other) === code(row)) !== (family(other) === family(row)));
      return stranger
        ? [`${row.file}: ${row.id} beside ${stranger.id}; a family has one folder of its own`]
        : [];
    }),
  ];
}

const code = ({ id }: Row): string => id.split('-')[1] as string;
const family = ({ file }: Row): string => file.slice(folder.length).split('/')[0] as string;

function idBefore(id: string): string | undefined {
  const [, start, digits = ''] = /^(.*-)(\d+)$/.exec(id) ?? [];
  return Number(digits) > 1 ? `${start}${`${Number(digits) - 1}`.padStart(digits.length, '0')}` : undefined;
}

function checkProblems(
  { control, name, file }: Check & { readonly file: string },
  rows: readonly Row[],
): string[] {
  return [
    ...(rows.some(({ id }) => id === control)
      ? []
      : [`${file}: the check names ${control}, and no control has that id`]),
    ...(file.endsWith(`/${name}.ts`) ? [] : [`${file}: the check is named ${name}, not after its file`]),
  ];
}

/** Keys that stand in more than one pair, with their values. */
function repeated(pairs: readonly (readonly [string, string])[]): [key: string, values: string][] {
  return [...new Set(pairs.map(([key]) => key))].flatMap((key): [string, string][] => {
    const values = pairs.filter(([other]) => other === key).map(([, value]) => value);
    return values.length > 1 ? [[key, values.join(', ')]] : [];
  });
}

/** By code point: the same everywhere, whatever the locale. */
