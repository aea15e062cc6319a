import { count } from '../../model/count.ts';
import { visibleJson } from '../../model/visible.ts';
import { duration, minutesBetween } from './judge-zone.ts';
import type { VendorRecovery } from './read-recovery.ts';
import type { ZoneRecovery } from './recovery-report.ts';

/** Output of `lpo recovery report`: one block for each zone, what is missed below it. */
function asText({ vendor, account, asOf, zones }: VendorRecovery): string {
  const blocks = zones.flatMap((row) => [
    '',
    `${row.matter} ${row.zone}: RPO ${row.objectives.rpoHours} h, RTO ${row.objectives.rtoHours} h, ` +
      `a restore every ${row.objectives.testEveryDays} days`,
    `  newest backup  ${row.newestPoint ? minute(row.newestPoint.createdAt) : 'none'}`,
    `  last restore   ${lastRestore(row)}`,
    ...(row.missed.length === 0 ? ['  met'] : row.missed.map((what) => `  MISSED         ${what}`)),
  ]);
  const missed = zones.filter((row) => row.missed.length > 0).length;
  const heading = `${vendor}, account ${account}, as of ${minute(asOf)}`;
  return `${[heading, ...blocks, '', `${count(zones.length, 'zone')}, ${missed} with an objective missed.`].join('\n')}\n`;
}

const asJson = ({ vendor, asOf, zones }: VendorRecovery): string => visibleJson({ vendor, asOf, zones });

export const recoveryRenderers = { text: asText, json: asJson };

function lastRestore({ lastRestore: job }: ZoneRecovery): string {
  if (job?.endedAt === undefined) return 'none';
  const took = duration(minutesBetween(job.startedAt, job.endedAt));
  return `${minute(job.endedAt)}, ${job.test ? 'test' : 'by a restorer'}, took ${took}`;
}

/** `2026-11-21 02:00 UTC` */
const minute = (iso: string): string => `${iso.slice(0, 16).replace('T', ' ')} UTC`;
