import { keep } from '../../lib/model/keep.ts';
import { covers } from '../template/glob.ts';
import { iamServices } from './iam-actions.ts';

const kinds = new Map<string, ReadonlySet<string>>();

/**
 * Kinds of resource of a service, as IAM's data name them, that an ARN can be.
 *
 * @param service prefix of its actions, lower case.
 * @param on an ARN, `*` within it for any text.
 */
export const resourceKinds = (service: string, on: string): ReadonlySet<string> =>
  keep(kinds, `${service} ${on}`, () => {
    const sample = on.replaceAll('*', 'x');
    const arns = Object.entries(iamServices[service]?.arns ?? {});
    return new Set(arns.flatMap(([kind, arn]) => (covers(arn, sample) ? [kind] : [])));
  });
