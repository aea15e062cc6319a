import { asText } from '../../../lib/model/as-text.ts';
import { covers } from '../../template/glob.ts';
import type { FactVerdict } from '../authoring/proof-statement.ts';
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
    decide: () => isDelivered(policiesFor(world, delivery), delivery),
  }));

function isDelivered(policies: readonly Made[], delivery: Delivery): FactVerdict {
  const { what, from, group, services } = delivery;
  const [first] = policies.flatMap(notEvaluated);
  if (first !== undefined) return { kind: 'unknown', reason: first };
  if (policies.some((policy) => permits(policy, delivery)))
    return { kind: 'proved', because: ['a resource policy of CloudWatch Logs'] };
  return {
    kind: 'refuted',
    witness: [`${services.join(' or ')} may not write ${what} to ${group}`],
    culprits: [`no resource policy of CloudWatch Logs allows it (${formatPlace(from.place)})`],
  };
}

/** Resource policies of CloudWatch Logs where the log group lies: all of them count together. */
const policiesFor = (world: World, { from }: Delivery): Made[] =>
  world
    .ofType('AWS::Logs::ResourcePolicy')
    .filter(({ account, region }) => account === from.account && region === from.region);

/** Parts of a policy that may refuse a delivery and that nothing here evaluates: with them it is not known. */
function notEvaluated(policy: Made): string[] {
  const where = `the resource policy ${formatPlace(policy.place)}`;
  const statements = statementsOf(policy);
  if (statements === undefined) return [`${where} is no JSON`];
  return statements.some(({ Effect }) => Effect !== 'Allow')
    ? [`${where} has a Deny, which is not evaluated`]
    : [];
}

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
  return (statementsOf(policy) ?? []).some(({ Effect, Principal, Action, Resource, Condition }) => {
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

/** Statements of the document, which is a text in the template; undefined where it is no JSON. */
function statementsOf({ properties }: Made): Statement[] | undefined {
  try {
    return [JSON.parse(asText(properties.PolicyDocument)).Statement ?? []].flat();
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
