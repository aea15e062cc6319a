import type { Check } from '../../../policies/authoring/check.ts';
import type { Control } from '../../../policies/catalogue/control.ts';
import { wrapText } from '../../model/wrap-text.ts';
import { labelledLines } from '../labelled-lines.ts';
import { clausesOf, unconfirmed } from './frameworks.ts';
import { fileOf, type Implementation, implementationOf, levelOf } from './implementation-of.ts';

/** A control for a reader at a terminal of 80 columns. */
export function controlAsText(control: Control): string {
  const facts: [string, string][] = [
    [
      'severity',
      control.absolute ? `${control.severity}, absolute: nothing can except it` : control.severity,
    ],
    ['kind', control.kind.join(', ')],
    ['objective', control.objective],
    ['shown by', control.record ?? 'the checks below'],
  ];
  return [
    ...labelledLines(control.id, control.title, 12),
    '',
    ...facts.flatMap(([name, text]) => labelledLines(name, text, 12)),
    '',
    'Supports',
    ...clausesOf(control.map).flatMap(([name, text]) => labelledLines(`  ${name}`, text, 20)),
    ...wrapText(unconfirmed, 78).map((line) => `  ${line}`),
    '',
    'Implemented by',
    ...implementationLines(implementationOf(control)),
    '',
    control.checks.length === 0 ? 'No template shows this control; the record above does.' : 'Checks',
    ...control.checks.flatMap((check) => checkLines(control, check)),
    '',
  ].join('\n');
}

function implementationLines({ file, checkFolders, proofs, gates }: Implementation): string[] {
  return [
    ...labelledLines('  control', file, 12),
    ...(checkFolders.length === 0 ? [] : ['  checks    one file each, of their names, in']),
    ...checkFolders.map((folder) => `            ${folder}`),
    ...(proofs.length === 0 ? [] : labelledLines('  proofs', proofs.map(fileOf).join(', '), 12)),
    ...proofs.flatMap(({ id, title }) => [`    ${id}`, ...labelledLines('', title, 16)]),
    ...(gates.length === 0 ? [] : ['  gates     rules that cite it, in docs/gates.md']),
    ...gates.flatMap(({ id, title }) => labelledLines(`    ${id}`, title, 16)),
  ];
}

function checkLines(control: Control, check: Check): string[] {
  const types = check.scope === 'assembly' || check.types === '*' ? [] : check.types;
  return [
    `  ${control.id}/${check.name}`,
    ...labelledLines('    expected', check.expected, 16),
    ...labelledLines('    fix', check.fix, 16),
    ...labelledLines('    runs', levelOf(check), 16),
    ...(types.length === 0 ? [] : labelledLines('    looks at', types.join(', '), 16)),
    ...labelledLines('    good', Object.keys(check.good).join('; '), 16),
    ...labelledLines('    bad', Object.keys(check.bad).join('; '), 16),
  ];
}
