import { duration, minutesBetween } from './judge-zone.ts';
import type { ZoneRecovery } from './recovery-report.ts';

/** What `lpo recovery report` prints: one block for each zone, what is missed below it. */
export function renderRecoveryReport(rows: readonly ZoneRecovery[], heading: string, asOf: string): string {
  const blocks = rows.flatMap((row) => [
    '',
    `${row.matter} ${row.zone}: RPO ${row.objectives.rpoHours} h, RTO ${row.objectives.rtoHours} h, ` +
      `a restore every ${row.objectives.testEveryDays} days`,
    `  newest backup  ${row.newestPoint ? minute(row.newestPoint.createdAt) : 'none'}`,
    `  last restore   ${lastRestore(row)}`,
    ...(row.missed.length === 0 ? ['  met'] : row.missed.map((what) => `  MISSED         ${what}`)),
  ]);
  const missed = rows.filter((row) => row.missed.length > 0).length;
  const zones = `${rows.length} zone${rows.length === 1 ? '' : 's'}`;
  return `${[`${heading}, as of ${minute(asOf)}`, ...blocks, '', `${zones}, ${missed} with an objective missed.`].join('\n')}\n`;
}

/** The same as JSON. */
export const recoveryReportJson = (rows: readonly ZoneRecovery[], vendor: string, asOf: string): string =>
  `${JSON.stringify({ vendor, asOf, zones: rows }, undefined, 2)}\n`;

function lastRestore({ lastRestore: job }: ZoneRecovery): string {
  if (job?.endedAt === undefined) return 'none';
  const took = duration(minutesBetween(job.startedAt, job.endedAt));
  return `${minute(job.endedAt)}, ${job.test ? 'test' : 'by a restorer'}, took ${took}`;
}

/** `2026-11-21 02:00 UTC` */
const minute = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
