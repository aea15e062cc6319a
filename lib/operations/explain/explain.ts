import { didYouMean, likelyNames } from '../../config/nearest-name.ts';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';
import { families } from './families.ts';

/**
 * Explanation of an id that the program prints. A finding's code may be given as it is printed: a check
 * with its control in front, a statement with `proof:`.
 *
 * @throws UnusableInputError for an id that no family has, with those that are near
 */
export function explain(id: string): string {
  const bare = bareId(id);
  const family = families.find(({ ids }) => ids().includes(bare));
  if (family) return family.explain(bare);
  const likely = likelyNames(
    bare,
    families.flatMap(({ ids }) => ids()),
  );
  throw new UnusableInputError([
    inputFinding({
      code: 'ID-UNKNOWN',
      where: { name: 'command line' },
      got: id,
      expected: `an id of ${families.map(({ name, ids }) => `${name}, such as ${ids()[0]}`).join('; ')}`,
      fix:
        likely.length > 0
          ? didYouMean(likely)
          : 'for controls run `lpo controls`; gates are in docs/gates.md, quotas in docs/quotas.md, jobs and proofs in docs/proofs.md',
    }),
  ]);
}

/** `LPO-DAT-01` of `LPO-DAT-01/key-rotation-on`, `region-pinned` of `proof:region-pinned`. */
const bareId = (id: string): string =>
  id
    .trim()
    .replace(/^proof:/, '')
    .replace(/^(LPO-[A-Z]+-\d+)\/.*$/, '$1');
