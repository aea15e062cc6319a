import type { Control } from '../../../policies/catalogue/control.ts';
import { clausesOf, unconfirmed } from './frameworks.ts';
import { fileOf, implementationOf, levelOf } from './implementation-of.ts';

/** `docs/controls.md`: the catalogue, generated from the controls themselves. */
export function controlsAsMarkdown(controls: readonly Control[]): ReadonlyMap<string, string> {
  const checks = controls.reduce((sum, control) => sum + control.checks.length, 0);
  const content = [
    '# Controls',
    '',
    '<!-- Generated from policies/controls by `npm run generate`; do not edit. -->',
    '',
    `${controls.length} controls, ${checks} checks. A control supports the clauses it is mapped to; whether an obligation is met is for a lawyer to say. ${unconfirmed}`,
    '',
    '| Control | Severity | Kind | Checks | Title |',
    '| --- | --- | --- | --- | --- |',
    ...controls.map(
      ({ id, severity, kind, checks: all, title, absolute }) =>
        `| [${id}](#${id.toLowerCase()}) | ${severity}${absolute ? ', absolute' : ''} | ${kind.join(', ')} | ${all.length || 'by record'} | ${title} |`,
    ),
    '',
    ...controls.flatMap(section),
  ].join('\n');
  return new Map([['docs/controls.md', content]]);
}

function section(control: Control): string[] {
  return [
    `## ${control.id}`,
    '',
    `**${control.title}.** ${control.objective}`,
    '',
    `Shown by ${control.record ?? 'the checks below'}.${control.absolute ? ' Nothing can except this control.' : ''}`,
    '',
    ...clausesOf(control.map).map(([name, text]) => `- ${name}: ${text}`),
    '',
    `Implemented by ${implementers(control).join('; ')}.`,
    '',
    ...(control.checks.length > 0
      ? ['| Check | Expected | To mend | Runs |', '| --- | --- | --- | --- |']
      : []),
    ...control.checks.map(
      (check) =>
        `| ${linked(check.file, check.name)} | ${cell(check.expected)} | ${cell(check.fix)} | ${levelOf(check)} |`,
    ),
    ...(control.checks.length > 0 ? [''] : []),
  ];
}

function implementers(control: Control): string[] {
  const { file, proofs, gates } = implementationOf(control);
  return [
    linked(file),
    ...(proofs.length > 0
      ? [`the proofs ${proofs.map((proof) => linked(fileOf(proof), proof.id)).join(', ')}`]
      : []),
    ...(gates.length > 0 ? [`the gate rules ${gates.map(({ id }) => id).join(', ')}`] : []),
  ];
}

const linked = (path: string, name = path): string => `[\`${name}\`](../${path})`;

const cell = (text: string): string => text.replaceAll('|', '\\|');
