import type { World } from '../world/world.ts';
import { faultsIn, withoutFault } from './faults.ts';
import type { Fact } from './job.ts';

/**
 * Every topic takes what alarms and rules send, and hands it on to whoever subscribed.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-fifo-topics.html
 */
export const topicsHandOn = (world: World): Fact[] =>
  world.ofType('AWS::SNS::Topic').map((topic) =>
    withoutFault(`the topic ${topic.place.logicalId} hands on what it is sent`, topic.place, () =>
      faultsIn([
        [
          topic.properties.FifoTopic !== true,
          'FifoTopic is true: neither alarms nor e-mail know such a topic',
        ],
        [topic.properties.DataProtectionPolicy === undefined, 'DataProtectionPolicy may refuse a message'],
      ]),
    ),
  );
