import type { EC2 } from '@aws-sdk/client-ec2';

export interface LiveSession {
  readonly endpoint: string;
  readonly connection: string;
}

/** Every running VPN session of the account and region; one vendor, one account. */
export async function liveSessions(ec2: EC2): Promise<readonly LiveSession[]> {
  const sessions: LiveSession[] = [];
  for (const endpoint of await vpnEndpoints(ec2)) {
    const pages = ec2.paginateDescribeClientVpnConnections({ ClientVpnEndpointId: endpoint, Filters: [] });
    for await (const { Connections } of pages)
      for (const { ConnectionId, Status } of listed(Connections, 'connections'))
        if (ConnectionId && Status?.Code !== 'terminated' && Status?.Code !== 'terminating')
          sessions.push({ endpoint, connection: ConnectionId });
  }
  return sessions;
}

/** Ids of the account's Client VPN endpoints, sorted. */
export async function vpnEndpoints(ec2: EC2): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { ClientVpnEndpoints } of ec2.paginateDescribeClientVpnEndpoints({}))
    ids.push(
      ...listed(ClientVpnEndpoints, 'endpoints').flatMap(
        ({ ClientVpnEndpointId }) => ClientVpnEndpointId ?? [],
      ),
    );
  return ids.sort();
}

/**
 * The list of an answer. EC2 always sends one, if only an empty one: an answer without is half an answer, and
 * "nobody is connected" must not be read into it.
 */
export function listed<T>(list: readonly T[] | undefined, what: string): readonly T[] {
  if (list === undefined) throw new Error(`got an answer without ${what}, expected a list, empty or not`);
  return list;
}
