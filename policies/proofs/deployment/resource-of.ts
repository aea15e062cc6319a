import { iamServices } from '../../reading/iam-actions.ts';
import { covers } from '../../template/glob.ts';
import { noResource } from '../work/sources.ts';

export interface Place {
  readonly partition: string;
  readonly account: string;
  readonly region: string;
}

/**
 * ARNs that an action works on: the resource's own where the action takes its kind; else every resource, in this
 * account and Region, of the kinds it takes.
 *
 * @param arn ARN of the resource that the handler is for; empty where it is not known
 */
export function resourcesOf(action: string, arn: string, place: Place): readonly string[] {
  const [name = '', verb = ''] = action.split(':');
  const service = iamServices[name];
  const taken = service?.actions[verb];
  // A text that is no ARN, so that what the data do not hold is refused.
  if (taken === undefined) return [`resources of ${action}`];
  const keys = taken.split(' ').filter(Boolean);
  if (keys.length === 0) return [noResource];
  const kinds = [...new Set(keys.map((key) => service?.arns[key] ?? '*'))];
  if (arn !== '' && kinds.some((kind) => covers(kind, arn))) return [arn];
  const ofService = kinds.filter(isOfService);
  return (ofService.length > 0 ? ofService : kinds).map((kind) => inPlace(kind, place));
}

/** Recovery points have ARNs of whatever service they are of; no template makes one. */
const isOfService = (kind: string): boolean => !kind.startsWith('arn:*:*:');

function inPlace(kind: string, { partition, account, region }: Place): string {
  const [arn, , service, inRegion, inAccount, ...rest] = kind.split(':');
  const fixed = (value: string | undefined, here: string): string => (value === '*' ? here : (value ?? ''));
  return [arn, partition, service, fixed(inRegion, region), fixed(inAccount, account), ...rest].join(':');
}
