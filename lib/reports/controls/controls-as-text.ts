import type { Control } from '../../../policies/catalogue/control.ts';
import { wrapText } from '../../model/wrap-text.ts';

/** List with a line a control, or two where the title is long; at most 80 columns. */
export function controlsAsText(controls: readonly Control[]): string {
  const rows = controls.map((control) => {
    const [first = '', ...rest] = wrapText(control.title, 48);
    const checks = control.checks.length > 0 ? `${control.checks.length}`.padStart(6) : 'record';
    return [
      `${control.id}  ${control.severity.padEnd(8)}  ${checks}  ${first}`,
      ...rest.map((line) => ' '.repeat(30) + line),
    ].join('\n');
  });
  const checks = controls.reduce((sum, control) => sum + control.checks.length, 0);
  const shown = controls.filter((control) => control.checks.length > 0).length;
  return [
    'id          severity  checks  title',
    ...rows,
    '',
    `${controls.length} controls; templates show ${shown} of them in ${checks} checks, records show the others.`,
    '',
  ].join('\n');
}
