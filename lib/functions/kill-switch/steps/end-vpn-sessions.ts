import { TerminateClientVpnConnectionsCommand } from '@aws-sdk/client-ec2';
import { AccessState, type Session } from '../../state/access-state.ts';
import { type LiveSession, liveSessions } from '../../sweep/live-sessions.ts';
import { inParallel } from '../in-parallel.ts';
import { actOnAll, describe, unlessAlready } from '../step-report.ts';
import type { Step } from '../switch-parts.ts';

const limit = 10;

/** A session and whose it is; undefined when nobody can tell. */
interface Known extends LiveSession {
  readonly session: Session | undefined;
  /** Why its owner could not be read. */
  readonly unread?: string;
}

/**
 * Ends running sessions in scope. A session whose owner cannot be told is ended too: better one reviewer
 * who signs in again than one who stays.
 */
export const endVpnSessions: Step = async (parts, request) => {
  const { ec2, s3 } = await parts.inVendorAccount();
  const state = new AccessState(s3, parts.stateBucket);
  const live = await liveSessions(ec2);
  const known = await inParallel(live, limit, (session) => whose(state, session));
  const sessions = known.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const inScope = sessions.filter(
    ({ session }) =>
      request.scope === 'vendor' ||
      (!session && !request.drill) ||
      (request.scope === 'matter' && session?.matters.includes(request.id ?? '')) ||
      (request.scope === 'person' && session?.person === request.id),
  );
  return actOnAll('end-vpn-sessions', {
    targets: inScope,
    name: ({ connection }) => connection,
    limit,
    before: inScope.map(({ endpoint, connection, session, unread }) => ({
      endpoint,
      connection,
      session: session ?? 'unknown',
      ...(unread ? { unread } : {}),
    })),
    act: ({ endpoint, connection }) =>
      unlessAlready(
        ec2.send(
          new TerminateClientVpnConnectionsCommand({
            ClientVpnEndpointId: endpoint,
            ConnectionId: connection,
          }),
        ),
        'InvalidClientVpnConnection.IdNotFound',
      ),
  });
};

const whose = async (state: AccessState, live: LiveSession): Promise<Known> => {
  try {
    return { ...live, session: await state.session(live.connection) };
  } catch (error) {
    return { ...live, session: undefined, unread: describe(error) };
  }
};
