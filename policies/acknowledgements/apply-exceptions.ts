import type { Exception } from '../../lib/model/exception.ts';
import { type Finding, formatPlace } from '../../lib/model/finding.ts';
import type { Control } from '../catalogue/control.ts';

/** A finding accepted in `config/exceptions.yaml`, with its exception. */
export interface ExceptedFinding {
  /** Finding that is accepted. */
  readonly finding: Finding;
  /** Exception that accepts it. */
  readonly exception: Exception;
}

export interface Excepted {
  readonly open: readonly Finding[];
  readonly excepted: readonly ExceptedFinding[];
}

/**
 * Takes out the findings that an exception covers.
 *
 * An exception that is expired, unused, approved by its own owner, or for a control that nothing can except
 * covers nothing and is a finding itself.
 *
 * @param asOf YYYY-MM-DD.
 * @param absentStages stages that were not built; an exception that may be about one of them cannot be called unused.
 */
export function applyExceptions(
  findings: readonly Finding[],
  exceptions: readonly Exception[],
  controls: readonly Control[],
  asOf: string,
  absentStages: readonly string[] = [],
): Excepted {
  const absolute = absoluteOf(controls);
  const weighed = exceptions.map((exception) => ({
    exception,
    fault: faultOf(exception, absolute, asOf),
    used: false,
  }));
  const open: Finding[] = [];
  const excepted: ExceptedFinding[] = [];
  for (const finding of findings) {
    const match = weighed.find(({ exception, fault }) => fault === undefined && covers(exception, finding));
    if (!match) open.push(finding);
    else {
      match.used = true;
      excepted.push({ finding, exception: match.exception });
    }
  }
  for (const { exception, fault, used } of weighed) {
    const unused = !used && !absentStages.some((stage) => isAbout(exception, stage));
    const found = fault ?? (unused ? (['unused', 'it matches no finding any more'] as const) : undefined);
    if (found) open.push(faultFinding(exception, found));
  }
  return { open, excepted };
}

/** Code and place of a finding. */
export type Coded = Pick<Finding, 'code' | 'where'>;

/** Test of whether an exception without a fault covers a finding; for a pack, which sees one resource at a time. */
export function exceptionsInForce(
  exceptions: readonly Exception[],
  controls: readonly Control[],
  asOf: string,
): (finding: Coded) => boolean {
  const absolute = absoluteOf(controls);
  const good = exceptions.filter((exception) => faultOf(exception, absolute, asOf) === undefined);
  return (finding) => good.some((exception) => covers(exception, finding));
}

const absoluteOf = (controls: readonly Control[]): ReadonlySet<string> =>
  new Set(controls.filter((control) => control.absolute).map(({ id }) => id));

type Fault = readonly [
  'of-an-absolute-control' | 'of-a-proof' | 'self-approved' | 'expired' | 'unused',
  string,
];

function faultOf(exception: Exception, absolute: ReadonlySet<string>, asOf: string): Fault | undefined {
  const control = exception.rule.split('/')[0] as string;
  if (absolute.has(control))
    return ['of-an-absolute-control', `${control} is absolute: nothing can except it`];
  if (exception.rule.startsWith('proof:')) return ['of-a-proof', 'a refuted proof has no exception'];
  if (exception.approver.trim().toLowerCase() === exception.owner.trim().toLowerCase())
    return ['self-approved', `${exception.owner} approved it and owns it`];
  return exception.expires < asOf ? ['expired', `it expired on ${exception.expires}`] : undefined;
}

/** The exact rule and a path of the same length, where `*` stands for one whole segment. */
function covers({ rule, path }: Exception, finding: Coded): boolean {
  if (rule !== finding.code || !('stack' in finding.where)) return false;
  const wanted = path.split('/');
  const actual = formatPlace(finding.where).split('/');
  return (
    wanted.length === actual.length &&
    wanted.every((segment, index) => segment === '*' || segment === actual[index])
  );
}

/** True where the path of an exception begins with the stage, or leaves the stage open. */
const isAbout = ({ path }: Exception, stage: string): boolean =>
  ['*', stage].includes(path.split('/')[0] ?? '');

const faultFinding = ({ rule, path, file, line }: Exception, [kind, got]: Fault): Finding => ({
  source: 'Record',
  code: `exception-${kind}`,
  title: 'An exception that is worse than none',
  severity: 'high',
  where: { file, line },
  got: `${rule} at ${path}: ${got}`,
  expected:
    'an exception in use, approved by somebody else than its owner, before its expiry, for a control that allows one',
  fix: 'renew it, have somebody else approve it, or remove it',
});
