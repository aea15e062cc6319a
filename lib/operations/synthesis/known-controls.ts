import { controls } from '../../../policies/catalogue/catalogue.ts';
import { inputFinding, UnusableInputError } from '../../model/finding.ts';

/** @throws UnusableInputError naming every id that no control has. */
export function refuseUnknownControls(ids: readonly string[]): void {
  const unknown = ids.filter((id) => !controls.some((control) => control.id === id));
  if (unknown.length === 0) return;
  throw new UnusableInputError(
    unknown.map((id) =>
      inputFinding({
        code: 'CTL-UNKNOWN',
        where: { name: 'command line' },
        got: id,
        expected: 'an id such as LPO-DAT-01',
        fix: 'run `lpo controls` for the list',
      }),
    ),
  );
}
