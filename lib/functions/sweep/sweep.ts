import type { EC2 } from '@aws-sdk/client-ec2';
import type { PublishedRoster } from '../../model/published-roster.ts';
import type { AccessState, Session } from '../state/access-state.ts';
import { liveSessions } from '../vpn/live-sessions.ts';
import { reasonToEnd } from './reason-to-end.ts';

export interface SweepParts {
  readonly ec2: EC2;
  readonly roster: () => Promise<PublishedRoster>;
  readonly state: AccessState;
  readonly now: () => Date;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

export interface SweepResult {
  readonly looked: number;
  readonly ended: number;
}

/**
 * Ends the running sessions of people whose records expired since they connected, and of whoever is suspended:
 * who was being admitted while a kill switch ran may have come in behind its back.
 *
 * One session that cannot be judged or ended does not keep the others.
 *
 * @throws AggregateError at the end with everything that went wrong, so that the invocation fails and alarms.
 */
export async function sweep(parts: SweepParts): Promise<SweepResult> {
  const roster = await parts.roster();
  const sessions = await liveSessions(parts.ec2);
  const errors: unknown[] = [];
  let ended = 0;
  for (const { endpoint, connection } of sessions) {
    try {
      const today = parts.now().toISOString().slice(0, 10);
      const session = await parts.state.session(connection);
      const why = reasonToEnd(session, roster, today) ?? (await suspensionOf(session, parts.state));
      if (why === undefined) continue;
      await parts.ec2.terminateClientVpnConnections({
        ClientVpnEndpointId: endpoint,
        ConnectionId: connection,
      });
      ended += 1;
      parts.log({ event: 'session-ended', connection, endpoint, why });
    } catch (error) {
      errors.push(error);
    }
  }
  parts.log({ event: 'sweep', looked: sessions.length, ended, errors: errors.length });
  if (errors.length > 0)
    throw new AggregateError(errors, `sweep: ${errors.length} of ${sessions.length} sessions not judged`);
  return { looked: sessions.length, ended };
}

async function suspensionOf(session: Session | undefined, state: AccessState): Promise<string | undefined> {
  if (!session) return undefined;
  const [vendor, person, matters] = await Promise.all([
    state.isSuspended({ kind: 'vendor' }),
    state.isSuspended({ kind: 'person', id: session.person }),
    state.suspendedMatters(session.matters),
  ]);
  return vendor || person || matters.size > 0 ? 'access is suspended' : undefined;
}
