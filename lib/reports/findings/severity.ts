import type { Severity } from '../../../policies/authoring/control-row.ts';

/** Mildest first. */
export const severities: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

export const atLeast = (severity: Severity, threshold: Severity): boolean =>
  severities.indexOf(severity) >= severities.indexOf(threshold);
