import { type EC2Client, TerminateClientVpnConnectionsCommand } from '@aws-sdk/client-ec2';
import type { PublishedRoster } from '../../model/published-roster';
import type { AccessState } from '../state/access-state';
import { lapseOf } from './lapse-of';
import { liveSessions } from './live-sessions';

export interface SweepParts {
  readonly ec2: EC2Client;
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
 * Ends the running sessions of people whose records lapsed since they connected.
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
      const why = lapseOf(await parts.state.session(connection), roster, today);
      if (why === undefined) continue;
      await parts.ec2.send(
        new TerminateClientVpnConnectionsCommand({ ClientVpnEndpointId: endpoint, ConnectionId: connection }),
      );
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
