import type { GateResult, VendorGate } from '../gates/evaluate-gates.ts';
import type { Finding } from '../gates/finding.ts';
import { labelled, wrapText } from './wrap-text.ts';

/** What the gates can and cannot say; printed under every report. */
export const gateNotice =
  'The gates check that records exist, are current and fit together. They read no document and clear no ' +
  'conflict. Not legal advice.';

/** The report a person reads on a terminal of 80 columns. */
export function renderGateText({ asOf, rulesRun, vendors }: GateResult): string {
  const shut = vendors.filter(({ open }) => !open).map(({ vendor }) => vendor);
  const verdict =
    shut.length === 0
      ? `Every gate is open (${vendors.length} ${vendors.length === 1 ? 'vendor' : 'vendors'}).`
      : `Shut: ${shut.join(', ')}. Nothing is built for ${shut.length === 1 ? 'it' : 'them'}.`;
  return `${[
    `Gates as of ${asOf}: ${rulesRun} rules, ${vendors.length} ${vendors.length === 1 ? 'vendor' : 'vendors'}`,
    '',
    ...vendors.flatMap(renderVendor),
    '',
    ...wrapText(verdict, 80),
    '',
    ...wrapText(gateNotice, 80),
  ].join('\n')}\n`;
}

function renderVendor({ vendor, open, findings }: VendorGate): string[] {
  const errors = findings.filter(({ severity, waiver }) => severity === 'error' && !waiver).length;
  const waived = findings.filter(({ waiver }) => waiver).length;
  const warnings = findings.filter(({ severity, waiver }) => severity === 'warning' && !waiver).length;
  const counts = [
    counted(errors, 'error'),
    counted(waived, 'waived', 'waived'),
    counted(warnings, 'warning'),
  ];
  const heading = [`${vendor}: ${open ? 'open' : 'shut'}`, ...counts.filter((text) => text !== '')].join(
    ', ',
  );
  return findings.length === 0 ? [heading] : [heading, '', ...findings.map(renderFinding)];
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  count === 0 ? '' : `${count} ${count === 1 ? one : many}`;

export function renderFinding(finding: Finding): string {
  const { file, line, column, rule, title, severity, got, expected, fix, waiver, waivable } = finding;
  return [
    `${file}:${line}:${column} ${waiver ? 'waived' : severity} ${rule}`,
    labelled('rule', title),
    labelled('got', got),
    labelled('needed', expected),
    labelled('source', sourceOf(finding)),
    labelled('to mend', fix),
    ...(waiver
      ? [
          labelled(
            'waiver',
            `${waiver.reason} (owner ${waiver.owner}, approver ${waiver.approver}, until ${waiver.expiresOn})`,
          ),
        ]
      : severity === 'error'
        ? [labelled('waiver', waivable ? 'possible, with an approver and an end' : 'not possible')]
        : []),
    '',
  ].join('\n');
}

/** The citation with its date and mark; L and † say that they only warn. */
export function sourceOf({ source }: Finding): string {
  const mark = source.confidence === 'policy' ? 'rule of this blueprint' : `confidence ${source.confidence}`;
  const weak = source.confidence === 'L' || source.unseen ? '; not confirmed, so it only warns' : '';
  return `${source.citation}${source.unseen ? ' †' : ''} (as of ${source.asOf}, ${mark}${weak})`;
}
