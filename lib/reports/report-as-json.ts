import { visibleJson } from '../model/visible.ts';
import type { Accepted, Report } from './report.ts';

/** Everything a report knows but the times, so that the same input gives the same bytes. */
export function reportAsJson({
  command,
  asOf,
  facts,
  findings,
  accepted,
  notRun = [],
  notice,
}: Report): string {
  const by = (how: Accepted['how']) =>
    accepted.filter((one) => one.how === how).map(({ how: _, ...rest }) => rest);
  const document = {
    version: 2,
    command,
    asOf,
    ...Object.assign({}, ...facts.map(({ data }) => data)),
    notRun,
    findings,
    acknowledged: by('acknowledged'),
    excepted: by('excepted'),
    waived: by('waived'),
    ...(notice === undefined ? {} : { notice }),
  };
  return visibleJson(document);
}
