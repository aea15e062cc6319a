import type { Check, Control } from '../../../policies/controls/control';
import { wrap } from '../findings/findings-as-text';
import { clausesOf, unconfirmed } from './frameworks';

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
    `${control.id}  ${control.title}`,
    '',
    ...facts.flatMap(([name, text]) => row(name, text, 12)),
    '',
    'Supports',
    ...clausesOf(control.map).flatMap(([name, text]) => row(`  ${name}`, text, 20)),
    ...wrap(unconfirmed, 78).map((line) => `  ${line}`),
    '',
    control.checks.length === 0 ? 'No template shows this control; the record above does.' : 'Checks',
    ...control.checks.flatMap((check) => checkLines(control, check)),
    '',
  ].join('\n');
}

function checkLines(control: Control, check: Check): string[] {
  const looksAt =
    check.scope === 'assembly'
      ? 'all stacks together'
      : check.types === '*'
        ? 'every resource'
        : check.types.join(', ');
  return [
    `  ${control.id}/${check.name}`,
    ...row('    expected', check.expected, 16),
    ...row('    to mend', check.mend, 16),
    ...row('    looks at', looksAt, 16),
    ...row('    good', Object.keys(check.good).join('; '), 16),
    ...row('    bad', Object.keys(check.bad).join('; '), 16),
  ];
}

function row(name: string, text: string, indent: number): string[] {
  const [first = '', ...rest] = wrap(text, 80 - indent);
  return [name.padEnd(indent) + first, ...rest.map((line) => ' '.repeat(indent) + line)];
}
