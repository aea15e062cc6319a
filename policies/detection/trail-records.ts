import { asText } from '../../lib/model/as-text.ts';
import { NotUnderstood } from './not-understood.ts';
import { isRecord, type Json } from './pattern.ts';

/** Sources of events that happen in no Region. */
export const globalSources: ReadonlySet<string> = new Set([
  'iam.amazonaws.com',
  'signin.amazonaws.com',
  'sts.amazonaws.com',
]);

/**
 * True where a trail records an event: it logs, it takes the Region, and one of its advanced selectors takes the event.
 *
 * @param record as CloudTrail writes it.
 * @param homeRegion Region of the trail.
 * @throws NotUnderstood for basic selectors, and for fields and operators that CloudTrail does not document.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html
 */
export function trailRecords(
  properties: Readonly<Record<string, unknown>>,
  homeRegion: string,
  record: { readonly [key: string]: Json },
): boolean {
  const {
    IsLogging,
    IsMultiRegionTrail,
    IncludeGlobalServiceEvents = true,
    AdvancedEventSelectors,
  } = properties;
  if (!isTrue(IsLogging)) return false;
  if (globalSources.has(asText(record.eventSource)) && !isTrue(IncludeGlobalServiceEvents)) return false;
  if (record.awsRegion !== homeRegion && !isTrue(IsMultiRegionTrail)) return false;
  if (!Array.isArray(AdvancedEventSelectors))
    throw new NotUnderstood('a trail has no AdvancedEventSelectors, and basic selectors are not evaluated');
  return AdvancedEventSelectors.some((selector) => takes(selector, record));
}

const isTrue = (value: unknown): boolean => asText(value) === 'true';

function takes(selector: unknown, record: { readonly [key: string]: Json }): boolean {
  const fields = isRecord(selector) ? selector.FieldSelectors : undefined;
  if (!Array.isArray(fields) || fields.length === 0)
    throw new NotUnderstood('a selector of a trail has no FieldSelectors');
  // Of an S3 object that is read the bucket is named too: a selector is about the resource of its type.
  const resources = [record.resources ?? []].flat().filter(isRecord);
  const ofNone: { readonly [key: string]: Json } = {};
  return (resources.length === 0 ? [ofNone] : resources).some((resource) =>
    fields.every((field) => isRecord(field) && fieldTakes(field, record, resource)),
  );
}

const operators: Readonly<Record<string, (value: string, values: readonly string[]) => boolean>> = {
  Equals: (value, values) => values.includes(value),
  NotEquals: (value, values) => !values.includes(value),
  StartsWith: (value, values) => values.some((each) => value.startsWith(each)),
  NotStartsWith: (value, values) => !values.some((each) => value.startsWith(each)),
  EndsWith: (value, values) => values.some((each) => value.endsWith(each)),
  NotEndsWith: (value, values) => !values.some((each) => value.endsWith(each)),
};

const plainFields = [
  'errorCode',
  'eventCategory',
  'eventName',
  'eventSource',
  'eventType',
  'readOnly',
  'vpcEndpointId',
];

function fieldTakes(
  { Field, ...conditions }: { readonly [key: string]: Json },
  record: { readonly [key: string]: Json },
  resource: { readonly [key: string]: Json },
): boolean {
  const name = asText(Field);
  const value =
    name === 'resources.ARN' ? resource.ARN : name === 'resources.type' ? resource.type : record[name];
  if (!plainFields.includes(name) && !name.startsWith('resources.'))
    throw new NotUnderstood(`a selector of a trail asks for the field ${name}`);
  return Object.entries(conditions).every(([operator, given]) => {
    const test = operators[operator];
    if (test === undefined || !Array.isArray(given))
      throw new NotUnderstood(`a selector of a trail has ${operator} ${asText(given)}`);
    return value !== undefined && test(asText(value), given.map(asText));
  });
}
