import { asText, messageOf } from '../../../lib/model/as-text.ts';
import { readEventPattern } from '../../detection/event-pattern.ts';
import type { Pattern } from '../../detection/pattern.ts';
import type { Receiver } from '../../detection/tripwire.ts';
import { isObject } from '../../template/template-shape.ts';
import { faultsIn, type Row } from '../work/faults.ts';
import { partitionOf } from '../work/roles.ts';
import type { Made, World } from '../world/world.ts';
import { deaf, isTopicOf, type Listener } from './listener.ts';

type Target = Readonly<Record<string, unknown>>;

/** Rules on events, schedules left out. */
export const ruleListeners = (world: World): Listener[] =>
  world
    .ofType('AWS::Events::Rule')
    .filter(({ properties }) => 'EventPattern' in properties)
    .map((rule) => listenerOf(world, rule));

function listenerOf(world: World, rule: Made): Listener {
  const { account, region, place } = rule;
  const name = `the rule ${place.logicalId}`;
  const reaches = new Set<Receiver>();
  const unheard = (fault: string): Listener => ({
    ...{ name, place, faults: [fault], reaches },
    patterns: () => [],
    hears: () => deaf,
  });
  try {
    const pattern = readEventPattern(rule.properties.EventPattern);
    const faults = faultsIn([...hearing(world, rule), ...telling(world, rule)]);
    for (const { Arn } of targetsOf(rule)) {
      if (isTopicOf(world, Arn)) reaches.add('topic');
      if (isGroup(world, Arn)) reaches.add('log group');
    }
    return {
      ...{ name, place, faults, reaches },
      patterns: (delivery): readonly Pattern[] => (delivery.to === 'bus' ? [pattern] : []),
      hears: (delivery) => {
        const here = delivery.to === 'bus' && delivery.account === account && delivery.region === region;
        return here && pattern.matches(delivery.event) === true
          ? { matches: true, surely: true, maybe: true }
          : deaf;
      },
    };
  } catch (error) {
    return unheard(messageOf(error));
  }
}

const targetsOf = ({ properties: { Targets } }: Made): Target[] => [Targets ?? []].flat().filter(isObject);

/** It is on, on the bus that services send to. */
function hearing(world: World, { account, region, properties }: Made): Row[] {
  const { State = 'ENABLED', EventBusName: bus = 'default' } = properties;
  const own = `arn:${partitionOf(world)}:events:${region}:${account}:event-bus/default`;
  return [
    [/^ENABLED(_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS)?$/.test(asText(State)), `State is ${asText(State)}`],
    [['default', own].includes(asText(bus)), `EventBusName is ${asText(bus)}, to which no service sends`],
  ];
}

/** Fields of a target that change nothing about whether a message arrives. */
const known = ['Arn', 'Id', 'RoleArn', 'InputTransformer', 'Input', 'InputPath', 'DeadLetterConfig'];

function telling(world: World, rule: Made): Row[] {
  const targets = targetsOf(rule);
  return [
    [targets.length > 0, 'it has no target'],
    ...targets.flatMap(({ Arn, InputPath, DeadLetterConfig, ...others }): Row[] => {
      const strange = Object.keys(others).filter((name) => !known.includes(name));
      const letters = isObject(DeadLetterConfig) ? DeadLetterConfig.Arn : DeadLetterConfig;
      return [
        [
          isTopicOf(world, Arn) || isGroup(world, Arn),
          `its target is ${asText(Arn)}, which is no topic or log group of the templates`,
        ],
        [
          InputPath === undefined ||
            /^\$(\.(id|time|detail|source|account|region))?$/.test(asText(InputPath)),
          `InputPath is ${asText(InputPath)}, which no event has`,
        ],
        [
          letters === undefined || isQueue(world, rule, letters),
          `its dead letters go to ${asText(letters)}, which is no queue of the templates in this account`,
        ],
        [strange.length === 0, `a target has ${strange.join(', ')}, which is not evaluated`],
      ];
    }),
  ];
}

const isGroup = (world: World, arn: unknown): boolean =>
  world
    .ofType('AWS::Logs::LogGroup')
    .some((group) => group.arn.replace(/:\*$/, '') === asText(arn).replace(/:\*$/, ''));

const isQueue = (world: World, { account, region }: Made, arn: unknown): boolean =>
  world
    .ofType('AWS::SQS::Queue')
    .some((queue) => queue.arn === arn && queue.account === account && queue.region === region);
