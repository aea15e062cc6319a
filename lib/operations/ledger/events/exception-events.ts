import type { Vendor } from '../../../config/vendor-schema.ts';
import type { Exception } from '../../../model/exception.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashOf } from '../ledger-record.ts';
import type { LedgerEvent } from '../record-events.ts';

type Departure = Omit<Extract<LedgerEvent, { type: 'exception' }>['body'], 'actor' | 'event'>;

/**
 * Events for departures from a check or a gate at one vendor that have not expired: exceptions whose path reaches its
 * stacks, and the waivers of its file. One that is changed is another event.
 */
export function exceptionEvents(
  exceptions: readonly Exception[],
  vendor: Vendor,
  asOf: string,
  actor: string,
): LedgerEvent[] {
  const departures: Departure[] = [
    ...exceptions
      .filter(({ path }) => [vendor.vendor, '*'].includes(path.split('/')[0] ?? ''))
      .map(({ rule, path, reason, approver, expires }) => ({ rule, path, reason, approver, expires })),
    ...vendor.waivers.map(({ rule, matter, reason, approver, expiresOn }) => ({
      ...{ rule, reason, approver, expires: expiresOn },
      ...(matter && { matter }),
    })),
  ];
  return departures
    .filter(({ expires }) => expires >= asOf)
    .map((body) => ({
      type: 'exception',
      body: { event: `exception/${hashOf(canonicalJson(body)).slice(0, 32)}`, ...body, actor },
    }));
}
