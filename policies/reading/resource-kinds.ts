import { keep } from '../../lib/model/keep.ts';
import { covers } from '../template/glob.ts';
import { iamServices } from './iam-actions.ts';

const kinds = new Map<string, ReadonlySet<string>>();

/**
 * True where an ARN can be a resource of a kind, and where the data hold no ARN of the kind, so that nothing is known.
 *
 * @param service prefix of the service's actions, lower case.
 * @param on an ARN, `*` within it for any text.
 */
export const canBe = (service: string, kind: string, on: string): boolean =>
  iamServices[service]?.arns[kind] === undefined || kindsOf(service, on).has(kind);

const kindsOf = (service: string, on: string): ReadonlySet<string> =>
  keep(kinds, `${service} ${on}`, () => {
    const sample = on.replaceAll('*', 'x');
    const arns = Object.entries(iamServices[service]?.arns ?? {});
    return new Set(arns.flatMap(([kind, arn]) => (covers(arn, sample) ? [kind] : [])));
  });
