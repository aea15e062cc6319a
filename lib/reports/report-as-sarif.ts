import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import { type Finding, formatPlace, type Place, type Severity } from '../model/finding.ts';
import { by } from '../model/order.ts';
import { visibleJson } from '../model/visible.ts';
import type { Report } from './report.ts';

const levels: Readonly<Record<Severity, Result.level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** SARIF 2.1.0: one rule a code, one result a finding; accepted findings are results with a suppression. */
export function reportAsSarif({ command, findings, accepted, notRun = [] }: Report): string {
  const all: { finding: Finding; reason?: string }[] = [
    ...findings.map((finding) => ({ finding })),
    ...accepted,
  ];
  const rules = [...new Map(all.map(({ finding }) => [finding.code, ruleOf(finding)])).values()].sort(
    by((each) => each.id),
  );
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: command, version: '1', rules } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: notRun.map((what) => ({
              level: 'warning',
              message: { text: `not run: ${what}` },
            })),
          },
        ],
        results: all.map(({ finding, reason }) => resultOf(finding, indexes.get(finding.code) ?? -1, reason)),
      },
    ],
  };
  return visibleJson(log);
}

const ruleOf = ({ code, title = code, expected, fix }: Finding): ReportingDescriptor => ({
  id: code,
  shortDescription: { text: title },
  fullDescription: { text: expected },
  help: { text: fix },
});

function resultOf(finding: Finding, ruleIndex: number, reason: string | undefined): Result {
  const { code, severity, where, got, expected, fix, source, authority } = finding;
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: `${got}. Expected: ${expected}. Fix: ${fix}.` },
    locations: [locationOf(where)],
    properties: {
      severity,
      source,
      ...('stack' in where && where.property ? { property: where.property } : {}),
      ...(authority ? { authority: authority.citation } : {}),
    },
    ...(reason ? { suppressions: [{ kind: 'external', status: 'accepted', justification: reason }] } : {}),
  };
}

function locationOf(where: Place): Location {
  const file = 'file' in where ? where.file : undefined;
  const { line = 1, column } = where as { line?: number; column?: number };
  return {
    ...(file
      ? {
          physicalLocation: {
            artifactLocation: { uri: uriOf(file) },
            region: { startLine: line, ...(column ? { startColumn: column } : {}) },
          },
        }
      : {}),
    ...('stack' in where || 'name' in where
      ? { logicalLocations: [{ fullyQualifiedName: formatPlace(where), kind: 'resource' }] }
      : {}),
  };
}

/** Each part on its own, so that `#`, `?` and `:` in a name stay part of the name. */
const uriOf = (file: string): string =>
  file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
