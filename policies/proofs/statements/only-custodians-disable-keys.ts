import { disablesKey } from './actions';
import type { ProofStatement } from './proof-statement';
import { doing, isNamed, not } from './select';

export const onlyCustodiansDisableKeys: ProofStatement = {
  id: 'only-custodians-disable-keys',
  part: 'custody',
  title: 'Only the key custodian can disable a key or schedule its deletion',
  property: 'never',
  controls: ['LPO-DAT-01', 'LPO-IDN-04'],
  assert: ({ world, cases }) =>
    world.resources
      .filter(({ type }) => type === 'AWS::KMS::Key')
      .map((key) => ({
        subject: `${key.place.stack} ${key.place.logicalId}`,
        claim: {
          region: [doing(...disablesKey)],
          cases: cases.onResource(key, not(isNamed('-key-custodian'))),
        },
      })),
};
