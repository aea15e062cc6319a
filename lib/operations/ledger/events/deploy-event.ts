import type { Assembly } from '../../../../policies/template/assembly.ts';
import { by } from '../../../model/order.ts';
import { canonicalJson } from '../canonical-json.ts';
import { hashOf } from '../ledger-record.ts';
import type { LedgerEvent } from '../record-events.ts';

/**
 * A vendor's stacks of an assembly as one hash: of every template with its account and region. Code and
 * documents are named in templates by their own hashes.
 *
 * @param event id of the run of the pipeline; the same assembly may be deployed again.
 */
export function deployEvent(
  assembly: Assembly,
  vendor: string,
  { event, commit, actor }: { readonly event: string; readonly commit: string; readonly actor: string },
): Extract<LedgerEvent, { type: 'deploy' }> {
  const stacks = assembly.stacks
    .filter(({ id }) => id.startsWith(`${vendor}/`))
    .map(({ id, account = '', region = '', template }) => ({ id, account, region, template }))
    .sort(by(({ id }) => id));
  const names = stacks.map(({ id }) => id);
  const hash = hashOf(canonicalJson(JSON.parse(JSON.stringify(stacks))));
  return { type: 'deploy', body: { event: `deploy/${event}`, assembly: hash, stacks: names, commit, actor } };
}
