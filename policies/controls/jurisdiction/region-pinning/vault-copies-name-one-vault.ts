import { only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { vaultDeny } from '../../../authoring/deny/vault-deny.ts';
import { isOneVault } from '../../../reading/is-one-vault.ts';

const copy = 'backup:CopyFromBackupVault';
const elsewhere = (arn: string) => ({
  Action: copy,
  Condition: { 'ForAnyValue:ArnNotEquals': { 'backup:CopyTargets': arn } },
});
const target = 'arn:aws:backup:eu-west-2:100000000004:backup-vault:lpo-meridian-copy';
const unnamed = { Action: copy, Condition: { Null: { 'backup:CopyTargets': 'true' } } };

/** `ForAnyValue` is false for an absent key, hence the second statement. */
export const check = vaultDeny({
  control: 'LPO-JUR-01',
  name: 'vault-copies-name-one-vault',
  expected: 'the vault’s policy denies every copy but to one vault that is written out',
  fix: `deny ${copy} where ForAnyValue:ArnNotEquals backup:CopyTargets is the vault's ARN, and where Null backup:CopyTargets is true`,
  denies: [
    {
      actions: [copy],
      trigger: [
        shape(
          'ForAnyValue:ArnNotEquals',
          'backup:CopyTargets',
          (values) => values.length === 1 && values.every(isOneVault),
        ),
      ],
      exempting: [],
    },
    { actions: [copy], trigger: [shape('Null', 'backup:CopyTargets', only('true'))], exempting: [] },
  ],
  good: { 'one vault': [elsewhere(target), unnamed] },
  bad: {
    'any vault': [elsewhere('*'), unnamed],
    'any vault of an account': [elsewhere('arn:aws:backup:*:100000000004:backup-vault:*'), unnamed],
    'a copy that names none': [elsewhere(target)],
  },
});
