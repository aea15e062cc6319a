import { SarifBuilder, SarifResultBuilder, SarifRuleBuilder, SarifRunBuilder } from 'node-sarif-builder';
import type { Location, Result } from 'sarif';
import type { Severity } from '../../../policies/authoring/control-row.ts';
import type { Finding } from '../../../policies/catalogue/finding.ts';
import type { CheckResult } from '../../../policies/pipeline/check-assembly.ts';

const levels: Readonly<Record<Severity, Result.level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** SARIF 2.1.0: one rule a rule id, one result a finding; accepted findings are results with a suppression. */
export function findingsAsSarif(result: CheckResult): string {
  const run = new SarifRunBuilder().initSimple({ toolDriverName: 'lpo check', toolDriverVersion: '1' });
  const accepted = [
    ...result.acknowledged.map(({ finding, reason }) => [finding, reason] as const),
    ...result.excepted.map(({ finding, exception }) => [finding, exception.reason] as const),
  ];
  const all = [...result.findings.map((finding) => [finding, undefined] as const), ...accepted];
  const rules = new Map(all.map(([finding]) => [finding.rule, finding]));
  for (const [id, { title, expected, fix }] of [...rules].sort(([a], [b]) => (a < b ? -1 : 1)))
    run.addRule(
      new SarifRuleBuilder({
        id,
        shortDescription: { text: title },
        fullDescription: { text: expected },
        help: { text: fix },
      }),
    );
  for (const [finding, reason] of all) run.addResult(resultOf(finding, reason));
  const log = new SarifBuilder();
  log.addRun(run);
  return `${JSON.stringify(JSON.parse(log.buildSarifJsonString({ indent: false })), null, 2)}\n`;
}

function resultOf(finding: Finding, reason: string | undefined): SarifResultBuilder {
  const builder = new SarifResultBuilder();
  const result: Result = {
    ruleId: finding.rule,
    level: levels[finding.severity],
    message: { text: `${finding.got}. Expected: ${finding.expected}. To mend: ${finding.fix}.` },
    locations: [locationOf(finding)],
    properties: { severity: finding.severity, source: finding.source, property: finding.property },
    ...(reason ? { suppressions: [{ kind: 'external', status: 'accepted', justification: reason }] } : {}),
  };
  Object.assign(builder.result, result);
  return builder;
}

function locationOf({ file, stack, logicalId, constructPath }: Finding): Location {
  return {
    ...(file
      ? { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: 1 } } }
      : {}),
    logicalLocations: [
      { fullyQualifiedName: constructPath ?? [stack, logicalId].filter(Boolean).join('/'), kind: 'resource' },
    ],
  };
}

/** Each part on its own, so that `#`, `?` and `:` in a name stay part of the name. */
const uriOf = (file: string): string =>
  file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
