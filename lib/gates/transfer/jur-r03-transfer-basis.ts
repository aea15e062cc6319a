import type { GateContext } from '../gate-context.ts';
import type { Hit } from '../hit.ts';
import { type Rule, statute } from '../rule.ts';
import { inForce, mechanismsFor, type TransferPair, transferPairs } from './transfer-pairs.ts';

export const transferBasis: Rule = {
  id: 'JUR-R03',
  title: 'Each transfer has an adequacy decision or a recorded mechanism; viewing counts',
  severity: 'high',
  waivable: false,
  source: statute('GDPR Art. 44-46; EDPB Guidelines 05/2021'),
  check: (context) => transferPairs(context).flatMap((pair) => pairHits(context, pair)),
};

function pairHits(context: GateContext, pair: TransferPair): Hit[] {
  const { transfers, asOf, reviewBy } = pair.law;
  const hit = (got: string, expected: string, fix: string, more: Partial<Hit> = {}): Hit => ({
    matter: pair.matter.id,
    path: pair.path,
    got: `data from ${pair.origin} ${pair.why} in ${pair.destination}: ${got}`,
    expected,
    fix,
    source: { citation: transfers.basis, asOf, reviewBy, confidence: transfers.confidence },
    ...more,
  });
  if (transfers.rule === 'open') return [];
  if (transfers.rule === 'refused')
    return [hit('the origin allows no transfer', 'no transfer', 'keep the matter out of this workspace')];
  const decision = context.law.adequacy(pair.law, pair.destination, context.asOf);
  // The Data Privacy Framework covers recipients in the US only.
  const kinds = transfers.accepts.filter((kind) => kind !== 'dpf' || decision?.requires === 'dpf');
  const recorded = mechanismsFor(context, pair).filter(({ transfer }) => kinds.includes(transfer.kind));
  if (recorded.some(({ transfer }) => inForce(transfer, context.asOf))) return [];
  if (decision && !decision.requires) {
    const unsure = decision.confidence === 'L' ? 'an adequacy decision marked L' : decision.limit;
    if (!unsure) return [];
    return [
      hit(
        decision.confidence === 'L' ? unsure : `adequate, but for ${unsure}`,
        'a look at the recipient, or a mechanism',
        'record a mechanism, or make sure that the decision covers this vendor',
        { severity: 'medium' },
      ),
    ];
  }
  const expired = recorded.at(0);
  if (expired)
    return [
      hit(
        `${expired.transfer.id} runs from ${expired.transfer.signedOn} to ${expired.transfer.expiresOn}`,
        `a mechanism in force on ${context.asOf}`,
        'sign it again and record the new dates',
        { path: ['transfers', expired.index, 'expiresOn'] },
      ),
    ];
  return [
    hit(
      'no adequacy decision and no mechanism',
      `one of ${kinds.join(', ')}`,
      'record a mechanism under "transfers", or remove the country',
    ),
  ];
}
