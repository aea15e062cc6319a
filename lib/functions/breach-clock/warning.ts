import type { BreachDuty } from '../../model/breach-duty.ts';
import type { Opened } from '../../model/evidence/clock-records.ts';
import { deadline } from './deadline.ts';

export interface Warning {
  readonly subject: string;
  readonly text: string;
}

/** Warning to the owner of a duty, at a moment on the way to its deadline. Ids only, never a name. */
export function warning(opened: Opened, duty: BreachDuty, at: Date): Warning {
  const { incident, vendor, awareAt } = opened;
  const due = deadline(awareAt, duty.period);
  const left = Math.round((due.getTime() - at.getTime()) / 360_000) / 10;
  const state = left > 0 ? `${left} h left` : left < 0 ? `${-left} h OVERDUE` : 'DUE NOW';
  const lines = [
    `Incident ${incident} at vendor ${vendor}, aware since ${awareAt}.`,
    `${duty.law}: tell ${duty.recipient} ${inWords(duty)}.`,
    `In the words of the law: ${duty.words}.`,
    duty.condition && `Only if: ${duty.condition}.`,
    duty.caveat && `Mind: ${duty.caveat}.`,
    `Deadline ${due.toISOString()} UTC: ${state}.`,
    `Owner ${duty.owner}. Notice template ${duty.template ?? 'none on file'}.`,
    `Local counsel ${duty.counsel.join(', ') || 'none on file'}. Crisis plan ${duty.plan ?? 'none on file'}.`,
    `Matters ${duty.matters.join(', ')}.`,
    'Computed by the strictest reading; not legal advice.',
  ];
  return {
    subject: `${incident} ${duty.id}: ${state}`,
    text: lines.filter((line) => line).join('\n'),
  };
}

function inWords({ period }: BreachDuty): string {
  if ('hours' in period) return `within ${period.hours} hours`;
  if ('calendarDays' in period) return `within ${period.calendarDays} calendar days`;
  if ('businessDays' in period) return `within ${period.businessDays} business days (${counted(period)})`;
  return `as the law says; it names no number, the firm's target is ${period.targetHours} hours`;
}

function counted({ calendar }: Extract<BreachDuty['period'], { businessDays: number }>): string {
  if (!calendar) return 'no calendar known: every day counted';
  return calendar.holidays.length > 0
    ? `weekends and holidays of ${calendar.timeZone}`
    : 'holidays not considered';
}
