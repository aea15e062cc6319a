import type { Json } from './pattern.ts';
import type { Room, Sample } from './tripwire.ts';

type Fields = { readonly [key: string]: Json };

/**
 * Envelope of an event on a bus.
 *
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export const envelope = (
  { account, region }: Pick<Room, 'account' | 'region'>,
  source: string,
  detailType: string,
  detail: Fields,
): Fields => ({
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  'detail-type': detailType,
  source,
  account,
  time: '2026-11-02T09:30:00Z',
  region,
  resources: [],
  detail,
});

/** An event that a service puts on the bus; `decides` are paths below `detail`. */
export const putOnBus = (
  room: Room,
  source: string,
  detailType: string,
  detail: Fields,
  decides: readonly string[] = [],
): Sample => ({
  what: [detailType, ...decides.map((path) => valueAt(detail, path))].join(' '),
  sent: { by: 'bus', event: envelope(room, source, detailType, detail) },
  decides: decides.map((path) => `detail.${path}`),
});

const valueAt = (detail: Fields, path: string): string =>
  JSON.stringify(
    path.split('.').reduce<Json | undefined>((value, step) => (value as Fields | undefined)?.[step], detail),
  );
