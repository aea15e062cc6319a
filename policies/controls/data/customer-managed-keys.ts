import type { Control } from '../../authoring/control.ts';
import { accountOnlyReadsKeySettings } from './customer-managed-keys/account-only-reads-key-settings.ts';
import { bucketEncryptedWithACustomerKey } from './customer-managed-keys/bucket-encrypted-with-a-customer-key.ts';
import { bucketRefusesClientKeys } from './customer-managed-keys/bucket-refuses-client-keys.ts';
import { bucketRefusesOtherEncryption } from './customer-managed-keys/bucket-refuses-other-encryption.ts';
import { bucketRefusesOtherKeys } from './customer-managed-keys/bucket-refuses-other-keys.ts';
import { encryptedWithACustomerKey } from './customer-managed-keys/encrypted-with-a-customer-key.ts';
import { keyAdministratorsCannotUse } from './customer-managed-keys/key-administrators-cannot-use.ts';
import { keyRotationOn } from './customer-managed-keys/key-rotation-on.ts';
import { keyUseBoundToItsPurpose } from './customer-managed-keys/key-use-bound-to-its-purpose.ts';
import { keysGovernedByFew } from './customer-managed-keys/keys-governed-by-few.ts';
import { signingKeySignsForOneRole } from './customer-managed-keys/signing-key-signs-for-one-role.ts';

export const customerManagedKeys: Control = {
  id: 'LPO-DAT-01',
  title: 'Per-engagement customer-managed keys',
  objective:
    'All content, volumes, snapshots, queues and logs are encrypted with the engagement’s own key whose administrators cannot use it and users cannot administer it.',
  severity: 'critical',
  kind: ['preventive'],
  map: {
    gdpr: ['32(1)(a)', '34(3)(a)†'],
    ccpa: ['1798.81.5(b)', 'encryption matters for 1798.82'],
    dpdp: ['s.8(5)', 'Rule 6(1)(a)'],
    aba: ['Op. 477R'],
    iso27001: ['8.24'],
    soc2: ['CC6.1'],
    nist80053: ['SC-28', 'SC-28(1)', 'SC-12', 'SC-13', 'SA-9(6)'],
    cisAws3: ['2.2.1', '2.4.1', '3.5', '3.6'],
    cisAws7: ['6.1.1', '3.3.1', '4.5', '4.6'],
    hipaa: ['164.312(a)(2)(iv)'],
    other: ['45 CFR 164.402 safe harbour†', 'ITAR 120.54(a)(5)'],
  },
  record: 'the assembly itself, and the prover’s report on keys',
  checks: [
    accountOnlyReadsKeySettings,
    bucketEncryptedWithACustomerKey,
    bucketRefusesClientKeys,
    bucketRefusesOtherEncryption,
    bucketRefusesOtherKeys,
    encryptedWithACustomerKey,
    keyAdministratorsCannotUse,
    keyRotationOn,
    keyUseBoundToItsPurpose,
    keysGovernedByFew,
    signingKeySignsForOneRole,
  ],
};
