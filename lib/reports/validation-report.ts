import { z } from 'zod';

const violation = z.object({
  ruleName: z.string(),
  description: z.string(),
  severity: z.string(),
  violatingConstructs: z.array(
    z.object({
      constructPath: z.string(),
      cloudFormationResource: z.object({ templatePath: z.string(), logicalId: z.string() }).optional(),
    }),
  ),
});

/** `validation-report.json` of an assembly, as aws-cdk-lib 2.276 writes it. */
const reportSchema = z.object({
  pluginReports: z.array(
    z.object({
      pluginName: z.string(),
      conclusion: z.enum(['success', 'failure']),
      violations: z.array(violation),
      suppressedViolations: z
        .array(
          violation.extend({ acknowledgedId: z.string(), reason: z.string(), acknowledgedAt: z.string() }),
        )
        .optional(),
    }),
  ),
});

/** A rule broken in one place. */
export interface Finding {
  readonly plugin: string;
  readonly rule: string;
  readonly severity: string;
  readonly description: string;
  /** Construct path, or the logical id where there is no construct. */
  readonly place: string;
}

/** A finding that somebody answers for. */
export interface AcknowledgedFinding extends Finding {
  readonly acknowledgedId: string;
  /** Path of the construct that carries the acknowledgement. */
  readonly acknowledgedAt: string;
  readonly reason: string;
}

export interface ValidationReport {
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
}

/**
 * Reads the report of CDK's validations, warnings included: a warning nobody answered for is a finding.
 *
 * @throws ZodError when the report has another shape; an unread report must not look like a clean one.
 */
export function readValidationReport(json: unknown): ValidationReport {
  const { pluginReports } = reportSchema.parse(json);
  const findings: Finding[] = [];
  const acknowledged: AcknowledgedFinding[] = [];
  for (const report of pluginReports) {
    for (const found of report.violations) findings.push(...places(report.pluginName, found));
    for (const found of report.suppressedViolations ?? []) {
      const { acknowledgedId, acknowledgedAt, reason } = found;
      for (const finding of places(report.pluginName, found))
        acknowledged.push({ ...finding, acknowledgedId, acknowledgedAt, reason });
    }
    if (report.conclusion === 'failure' && report.violations.length === 0)
      findings.push({
        plugin: report.pluginName,
        rule: 'plugin-failed',
        severity: 'error',
        description: 'The plugin failed without naming a violation.',
        place: 'assembly',
      });
  }
  return { findings, acknowledged };
}

function places(plugin: string, found: z.infer<typeof violation>): Finding[] {
  const { ruleName: rule, severity, description } = found;
  return found.violatingConstructs.map(({ constructPath, cloudFormationResource }) => ({
    plugin,
    rule,
    severity,
    description,
    place: constructPath || cloudFormationResource?.logicalId || 'unknown',
  }));
}
