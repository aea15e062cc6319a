import {
  type EC2Client,
  paginateDescribeClientVpnConnections,
  paginateDescribeClientVpnEndpoints,
} from '@aws-sdk/client-ec2';

export interface LiveSession {
  readonly endpoint: string;
  readonly connection: string;
}

/** Every running VPN session of the account and region; one vendor, one account. */
export async function liveSessions(ec2: EC2Client): Promise<readonly LiveSession[]> {
  const sessions: LiveSession[] = [];
  for (const endpoint of await vpnEndpoints(ec2)) {
    const pages = paginateDescribeClientVpnConnections(
      { client: ec2 },
      { ClientVpnEndpointId: endpoint, Filters: [] },
    );
    for await (const { Connections } of pages)
      for (const { ConnectionId, Status } of Connections ?? [])
        if (ConnectionId && Status?.Code !== 'terminated' && Status?.Code !== 'terminating')
          sessions.push({ endpoint, connection: ConnectionId });
  }
  return sessions;
}

/** Ids of the account's Client VPN endpoints, sorted. */
export async function vpnEndpoints(ec2: EC2Client): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { ClientVpnEndpoints } of paginateDescribeClientVpnEndpoints({ client: ec2 }, {}))
    ids.push(...(ClientVpnEndpoints ?? []).flatMap(({ ClientVpnEndpointId }) => ClientVpnEndpointId ?? []));
  return ids.sort();
}
