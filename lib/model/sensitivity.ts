/** Data classes for which disabling the KMS key must cut access at once. */
const cutOffAtOnce: ReadonlySet<string> = new Set([
  'PRIVILEGED',
  'WORK_PRODUCT',
  'PROTECTIVE_ORDER',
  'MNPI',
  'TRADE_SECRET',
  'SOURCE_CODE',
  'UNPUBLISHED_INVENTION',
  'EXPORT_EAR',
  'EXPORT_ITAR',
  'PHI',
  'SUD_PART2',
  'GENETIC',
]);

/** S3 keeps a bucket key for a while after its KMS key is disabled; the most sensitive matters do without. */
export const allowsBucketKey = (dataClasses: readonly string[]): boolean =>
  !dataClasses.some((dataClass) => cutOffAtOnce.has(dataClass));
