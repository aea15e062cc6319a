/**
 * Runtimes of Lambda for JavaScript in which functions can be created, with the date after which they are no longer
 * supported. A row goes when AWS no longer lets functions be created in it.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
 */
export const nodeRuntimes: { readonly asOf: string; readonly ends: Readonly<Record<string, string>> } = {
  asOf: '2026-11-28',
  ends: { 'nodejs22.x': '2027-04-30', 'nodejs24.x': '2028-04-30' },
};
