/**
 * Longest time between two runs of a schedule of AWS Backup, in hours. Undefined for whatever is not one of the
 * few shapes read here: every n hours of each day, or once a day.
 */
export function intervalHours(expression: string | undefined): number | undefined {
  const [, minute = '', hours = '', day = '', weekday = ''] =
    /^cron\((\d{1,2}) (\S+) (\*|\?) \* (\*|\?) \*\)$/.exec(expression ?? '') ?? [];
  if (minute === '' || day === weekday) return undefined;
  if (/^\d{1,2}$/.test(hours)) return 24;
  const [, first = '', step = ''] = /^(\d{1,2}|\*)\/(\d{1,2})$/.exec(hours) ?? [];
  if (step === '' || Number(step) < 1 || Number(step) > 24) return undefined;
  const start = first === '*' ? 0 : Number(first);
  const runs = Math.floor((23 - start) / Number(step)) + 1;
  // The last run of a day and the first of the next.
  return Math.max(runs > 1 ? Number(step) : 0, 24 - (runs - 1) * Number(step));
}
