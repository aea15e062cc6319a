import { asText } from '../../../lib/model/as-text.ts';
import { covers } from '../../template/glob.ts';
import { formatPlace } from '../policy/statement.ts';
import type { Made, World } from '../world/world.ts';
import type { Fact } from './job.ts';
import { partitionOf } from './roles.ts';

interface Statement {
  readonly Effect?: unknown;
  readonly Principal?: { readonly Service?: unknown };
  readonly Action?: unknown;
  readonly Resource?: unknown;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** A service that writes to a log group, and the source it names. */
interface Delivery {
  readonly from: Made;
  readonly what: string;
  readonly group: string;
  /** Any of these services is enough. */
  readonly services: readonly string[];
  readonly sourceArn: string;
}

/**
 * Services that write to a log group under the resource policies of its account: events, and queries of the resolver.
 * Sources: CloudWatch Logs User Guide, "Enable logging from AWS services"; EventBridge User Guide, log group targets.
 */
export const logsAreDelivered = (world: World): Fact[] =>
  [...eventsToLogs(world), ...queriesToLogs(world)].map((delivery) => ({
    subject: `${delivery.what} arrives in ${delivery.group.split(':')[6]}`,
    decide: () =>
      world.ofType('AWS::Logs::ResourcePolicy').some((policy) => permits(policy, delivery))
        ? { kind: 'proved' as const, because: ['a resource policy of CloudWatch Logs'] }
        : {
            kind: 'refuted' as const,
            witness: [
              `${delivery.services.join(' or ')} may not write ${delivery.what} to ${delivery.group}`,
            ],
            culprits: [
              `no resource policy of CloudWatch Logs allows it (${formatPlace(delivery.from.place)})`,
            ],
          },
  }));

const isLogGroup = (arn: unknown): arn is string => typeof arn === 'string' && arn.split(':')[2] === 'logs';

const eventsToLogs = (world: World): Delivery[] =>
  world.ofType('AWS::Events::Rule').flatMap((from) =>
    ([from.properties.Targets ?? []].flat() as { readonly Arn?: unknown }[]).flatMap(({ Arn: group }) => {
      const name = asText(from.properties.Name ?? from.reference);
      return isLogGroup(group)
        ? [
            {
              from,
              what: `the event ${name}`,
              group,
              services: ['events.amazonaws.com', 'delivery.logs.amazonaws.com'],
              sourceArn: `arn:${partitionOf(world)}:events:${from.region}:${from.account}:rule/${name}`,
            },
          ]
        : [];
    }),
  );

const queriesToLogs = (world: World): Delivery[] =>
  world.ofType('AWS::Route53Resolver::ResolverQueryLoggingConfig').flatMap((from) => {
    const { DestinationArn: group } = from.properties;
    return isLogGroup(group)
      ? [
          {
            from,
            what: 'each DNS query',
            group,
            services: ['delivery.logs.amazonaws.com'],
            sourceArn: `arn:${partitionOf(world)}:logs:${from.region}:${from.account}:*`,
          },
        ]
      : [];
  });

function permits(policy: Made, { from, group, services, sourceArn }: Delivery): boolean {
  if (policy.account !== from.account || policy.region !== from.region) return false;
  return statementsOf(policy).some(({ Effect, Principal, Action, Resource, Condition }) => {
    const named = list(Principal?.Service);
    const holds = Object.entries(Condition ?? {}).every(([operator, keys]) =>
      Object.entries(keys).every(([key, values]) =>
        isMet(operator, key, list(values), from.account, sourceArn),
      ),
    );
    return (
      Effect === 'Allow' &&
      named.some((service) => services.includes(service)) &&
      ['logs:CreateLogStream', 'logs:PutLogEvents'].every((action) =>
        list(Action).some((pattern) => covers(pattern, action, true)),
      ) &&
      list(Resource).some((pattern) => covers(pattern, `${group.replace(/:\*$/, '')}:log-stream:x`)) &&
      holds
    );
  });
}

/** Only what both services document; anything else is taken not to hold. */
function isMet(
  operator: string,
  key: string,
  values: readonly string[],
  account: string,
  arn: string,
): boolean {
  if (!/^(StringEquals|StringLike|ArnEquals|ArnLike)$/.test(operator)) return false;
  if (/^aws:SourceAccount$/i.test(key)) return values.some((value) => covers(value, account));
  return /^aws:SourceArn$/i.test(key) && values.some((value) => covers(value, arn));
}

const list = (value: unknown): string[] =>
  [value ?? []].flat().filter((each): each is string => typeof each === 'string');

/** The document is a text in the template; one that is no JSON allows nothing. */
function statementsOf({ properties }: Made): Statement[] {
  try {
    return [JSON.parse(asText(properties.PolicyDocument)).Statement ?? []].flat();
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
