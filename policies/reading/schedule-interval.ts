/**
 * Longest time between two runs of a cron schedule that runs every day, in hours. Undefined for whatever does not run
 * every day, is no schedule, or names minutes in another way than by one number.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
 */
export function intervalHours(expression: string | undefined): number | undefined {
  const [, minute = '', field = '', day = '', weekday = ''] =
    /^cron\((\d{1,2}) (\S+) (\*|\?) \* (\*|\?) \*\)$/.exec(expression ?? '') ?? [];
  if (minute === '' || Number(minute) > 59 || day === weekday) return undefined;
  const hours = hoursOf(field);
  if (hours === undefined) return undefined;
  const [first = 0] = hours;
  // The last run of a day and the first of the next.
  return Math.max(...hours.map((hour, index) => (hours[index + 1] ?? first + 24) - hour));
}

/** A rate in minutes or hours, or one day. */
const dailyRate = /^rate\((\d+ minutes?|1 hour|([2-9]|1\d|2[0-4]) hours|1 day)\)$/;

/** True for a schedule of EventBridge that runs once a day at least. */
export const runsDaily = (expression: string): boolean =>
  dailyRate.test(expression) || intervalHours(expression) !== undefined;

/** Hours of a field of cron, in their order: `2`, `2,14`, `2-14`, `2/12`, `2-14/12`, `*`; undefined for any other text. */
function hoursOf(field: string): number[] | undefined {
  const parts = field.split(',').map((part): number[] | undefined => {
    const [, start = '', end = '', step = ''] =
      /^(\*|\d{1,2})(?:-(\d{1,2}))?(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    if (start === '' || (start === '*' && end !== '')) return undefined;
    const from = start === '*' ? 0 : Number(start);
    const alone = start !== '*' && end === '' && step === '';
    const to = end !== '' ? Number(end) : alone ? from : 23;
    const by = step === '' ? 1 : Number(step);
    if (from > to || to > 23 || by < 1) return undefined;
    return Array.from({ length: Math.floor((to - from) / by) + 1 }, (_, index) => from + index * by);
  });
  if (parts.some((part) => part === undefined)) return undefined;
  return [...new Set(parts.flatMap((part) => part ?? []))].sort((a, b) => a - b);
}
