import { asText } from '../../../lib/model/as-text.ts';
import { envelope } from '../../detection/bus-event.ts';
import { isRecord, type Json } from '../../detection/pattern.ts';
import { globalSources, trailRecords } from '../../detection/trail-records.ts';
import type { Room, Sample, Worker } from '../../detection/tripwire.ts';
import { namedIn } from '../../template/arn.ts';
import type { Made, World } from '../world/world.ts';

/** A log group by its name and place. */
export interface LogGroup {
  readonly account: string;
  readonly region: string;
  readonly name: string;
}

/** True for two names of one log group. */
export const isGroup = (one: LogGroup, other: LogGroup): boolean =>
  one.name === other.name && one.account === other.account && one.region === other.region;

/** A sample as it arrives somewhere. */
export type Delivery =
  | {
      readonly to: 'bus';
      readonly account: string;
      readonly region: string;
      readonly event: Json;
      /** Paths of fields that no variation changes. */
      readonly decides: ReadonlySet<string>;
    }
  | {
      readonly to: 'log';
      readonly group: LogGroup;
      readonly event: Json;
      readonly decides: ReadonlySet<string>;
    }
  | { readonly to: 'metric'; readonly of: Worker; readonly name: string; readonly value: number };

/** Fields of an envelope that its source and place give. */
const ofTheBus = ['version', 'account', 'region', 'source', 'detail-type'];

/** Fields of a line that its place gives. */
const ofThePlace = ['awsRegion', 'recipientAccountId', 'account_id', 'region'];

/**
 * Places where a sample arrives. Reads, data events and sign-ins come to a bus only in some settings, and calls to
 * services without a Region only in one: they count for what may not ring, and not for what has to.
 *
 * @param asked false for a sample that may ring nothing.
 * @throws NotUnderstood for a trail that is not evaluated.
 */
export function deliver(world: World, room: Room, { sent, decides }: Sample, asked: boolean): Delivery[] {
  switch (sent.by) {
    case 'metric':
      return [{ to: 'metric', of: sent.of, name: sent.name, value: sent.value }];
    case 'bus':
      return [
        {
          to: 'bus',
          account: room.account,
          region: room.region,
          event: sent.event,
          decides: new Set([...ofTheBus, ...decides]),
        },
      ];
    case 'log':
      return groupsOf(world, room, sent.log).map((group) => ({
        to: 'log',
        group,
        event: sent.line,
        decides: new Set([...ofThePlace, ...decides]),
      }));
    case 'trail': {
      const { record } = sent;
      const fixed = [...ofThePlace, ...decides];
      const change =
        record.eventType === 'AwsApiCall' &&
        record.managementEvent === true &&
        record.readOnly === false &&
        !globalSources.has(asText(record.eventSource));
      const service = asText(record.eventSource).replace(/\.amazonaws\.com$/, '');
      const onBus: Delivery = {
        to: 'bus',
        account: room.account,
        region: asText(record.awsRegion),
        event: envelope(
          { account: room.account, region: asText(record.awsRegion) },
          `aws.${service}`,
          'AWS API Call via CloudTrail',
          record,
        ),
        decides: new Set([...ofTheBus, ...fixed.map((path) => `detail.${path}`)]),
      };
      return [
        ...(change || !asked ? [onBus] : []),
        ...trailsOf(world, room)
          .filter(({ properties, region }) => trailRecords(properties, region, record))
          .flatMap(({ properties }) => groupAt(properties.CloudWatchLogsLogGroupArn))
          .map((group): Delivery => ({ to: 'log', group, event: record, decides: new Set(fixed) })),
      ];
    }
  }
}

/** Trails that record what happens in the account of a room. */
export const trailsOf = (world: World, { account }: Room): Made[] =>
  world
    .ofType('AWS::CloudTrail::Trail')
    .filter((trail) => trail.account === account || asText(trail.properties.IsOrganizationTrail) === 'true');

function groupAt(arn: unknown): LogGroup[] {
  const named = namedIn(asText(arn), 'logs', 'log-group');
  return named === undefined
    ? []
    : [{ account: named.account, region: named.region, name: named.name.replace(/:\*$/, '') }];
}

/** Log groups that the lines of a sort go to. */
function groupsOf(world: World, room: Room, log: 'connect' | 'dns'): LogGroup[] {
  if (log === 'dns')
    return world
      .ofType('AWS::Route53Resolver::ResolverQueryLoggingConfig')
      .filter(({ account }) => account === room.account)
      .flatMap(({ properties }) => groupAt(properties.DestinationArn));
  const asked = world.ofType('AWS::EC2::ClientVpnEndpoint').flatMap(({ properties }) => {
    const { ClientConnectOptions: options } = properties;
    return isRecord(options) ? [options.LambdaFunctionArn] : [];
  });
  return world
    .ofType('AWS::Lambda::Function')
    .filter(({ arn }) => asked.includes(arn))
    .flatMap(({ account, region, reference, properties: { LoggingConfig: config } }) => {
      const { LogGroup: name = `/aws/lambda/${reference}`, ...others } = isRecord(config) ? config : {};
      // Another format wraps each line, or leaves some out; no filter here reads such lines.
      return Object.keys(others).length === 0 ? [{ account, region, name: asText(name) }] : [];
    });
}
