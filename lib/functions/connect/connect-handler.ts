import { asText } from '../../model/as-text.ts';
import type { PublishedRoster } from '../../model/published-roster.ts';
import type { AccessState } from '../state/access-state.ts';
import { type ConnectRequest, type ConnectResponse, connectRequestSchema } from './connect-request.ts';
import { type Decision, decide, personOf, type Suspensions } from './decide.ts';
import { refuse } from './refusal.ts';

export interface ConnectHandlerParts {
  /** Loads the deployed roster; called for each connection, so it should remember. */
  readonly roster: () => Promise<PublishedRoster>;
  readonly state: AccessState;
  readonly now: () => Date;
  /** Takes one record for each decision. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

/**
 * Client VPN's question at each new connection, answered. Whatever goes wrong on the way is a refusal, and
 * nobody is let in whose session could not be written down.
 */
export function connectHandler(parts: ConnectHandlerParts): (event: unknown) => Promise<ConnectResponse> {
  return async (event) => {
    const parsed = connectRequestSchema.safeParse(event);
    const decision = parsed.success
      ? await admit(parts, parsed.data)
      : refuse('BAD-REQUEST', 'The VPN service asked in a form this workspace does not know.');
    parts.log(record(parsed.data, decision));
    return {
      allow: decision.allow,
      'error-msg-on-denied-connection': decision.allow ? '' : decision.reason,
      'posture-compliance-statuses': [],
      'schema-version': 'v2',
    };
  };
}

async function admit(parts: ConnectHandlerParts, request: ConnectRequest): Promise<Decision> {
  try {
    const roster = await parts.roster();
    const suspensions = await readSuspensions(parts.state, request, roster);
    const decision = decide(request, roster, suspensions, parts.now().toISOString().slice(0, 10));
    if (decision.allow) {
      const { person, matters } = decision;
      await parts.state.recordSession(request['connection-id'], { person, matters: [...matters] });
    }
    return decision;
  } catch (error) {
    parts.log({
      event: 'connect-error',
      connection: request['connection-id'],
      error: asText(error),
    });
    return refuse('UNDECIDABLE', 'Your access could not be checked just now. Try again in a few minutes.');
  }
}

async function readSuspensions(
  state: AccessState,
  request: ConnectRequest,
  roster: PublishedRoster,
): Promise<Suspensions> {
  const id = personOf(request.username);
  const asked = request.groups.flatMap((group) =>
    Object.hasOwn(roster.groups, group) ? [roster.groups[group]?.matter ?? ''] : [],
  );
  const [vendor, person, matters] = await Promise.all([
    state.isSuspended({ kind: 'vendor' }),
    id === undefined ? false : state.isSuspended({ kind: 'person', id }),
    state.suspendedMatters([...new Set(asked)]),
  ]);
  return { vendor, person, matters };
}

/** The user name is left out: only an opaque id is a name we may write down. */
function record(request: ConnectRequest | undefined, decision: Decision): Record<string, unknown> {
  const { allow, person } = decision;
  const outcome = decision.allow
    ? {
        code: 'ADMITTED',
        site: decision.site,
        siteChecked: decision.siteChecked,
        country: decision.country,
        matters: decision.matters,
      }
    : { code: decision.code };
  return {
    event: 'connect-decision',
    allow,
    ...outcome,
    person: person ?? 'unrecognised',
    connection: request?.['connection-id'] ?? 'unknown',
    endpoint: request?.['endpoint-id'] ?? 'unknown',
    publicIp: request?.['public-ip'] ?? 'unknown',
  };
}
