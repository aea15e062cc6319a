import { statePrefixes } from '../../../model/state-keys.ts';
import { AccessState, type Session } from '../../state/access-state.ts';
import { type LiveSession, liveSessions } from '../../vpn/live-sessions.ts';
import { inParallel } from '../in-parallel.ts';
import type { Step } from '../step.ts';
import { actOnAll, describe, unlessAlready } from '../step-report.ts';

const name = 'end-vpn-sessions';

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
export const step: Step = {
  name,
  phase: { branch: 'vpn' },
  order: 40,
  permissions: {
    vendor: ({ stateBucketArn, keysArn }) => [
      {
        sid: 'CutVpn',
        actions: [
          'ec2:DescribeClientVpnConnections',
          'ec2:DescribeClientVpnEndpoints',
          'ec2:TerminateClientVpnConnections',
        ],
        resources: ['*'],
      },
      {
        sid: 'ReadWhoseSession',
        actions: ['s3:GetObject'],
        resources: [`${stateBucketArn}/${statePrefixes.sessions}/*`],
      },
      { sid: 'NotThereIsAnAnswer', actions: ['s3:ListBucket'], resources: [stateBucketArn] },
      { sid: 'DisableKeys', actions: ['kms:Decrypt'], resources: [keysArn] },
    ],
  },
  run: async (parts, request) => {
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
    return actOnAll(name, {
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
          ec2.terminateClientVpnConnections({
            ClientVpnEndpointId: endpoint,
            ConnectionId: connection,
          }),
          'InvalidClientVpnConnection.IdNotFound',
        ),
    });
  },
};

const whose = async (state: AccessState, live: LiveSession): Promise<Known> => {
  try {
    return { ...live, session: await state.session(live.connection) };
  } catch (error) {
    return { ...live, session: undefined, unread: describe(error) };
  }
};
