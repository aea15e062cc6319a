import type { Control } from '../../authoring/control.ts';
import { accessPointNamesItsRoles } from './ethical-wall/access-point-names-its-roles.ts';
import { accessPointOnItsOwnBucket } from './ethical-wall/access-point-on-its-own-bucket.ts';
import { bucketNamesItsRoles } from './ethical-wall/bucket-names-its-roles.ts';
import { bucketWalledByMatterTag } from './ethical-wall/bucket-walled-by-matter-tag.ts';
import { groupWorksOnOneMatter } from './ethical-wall/group-works-on-one-matter.ts';
import { oneMatterInOneStack } from './ethical-wall/one-matter-in-one-stack.ts';
import { oneVendorInOneAccount } from './ethical-wall/one-vendor-in-one-account.ts';

export const ethicalWall: Control = {
  id: 'LPO-COI-02',
  title: 'Ethical wall enforced by isolation',
  objective:
    'Walled matters share no principal, network path, key, bucket, image, log reader or administrator.',
  severity: 'critical',
  kind: ['preventive'],
  absolute: true,
  map: {
    aba: ['1.0(k) & cmt 9', '1.10(a)(2)(i)'],
    sra: ['6.5'],
    gdpr: ['25', '32(1)(b)'],
    iso27001: ['8.3', '8.22', '5.15'],
    soc2: ['CC6.1', 'CC6.3'],
    nist80053: ['AC-3', 'AC-4', 'AC-4(21)', 'SC-7(21)', 'SC-4'],
    cisAws7: ['2.1.4'],
    dpdp: ['Rule 6(1)(b)'],
    hipaa: ['164.308(a)(4)(i)'],
  },
  record: 'the assembly itself, and the prover’s report on walled matters',
  checks: [
    accessPointNamesItsRoles,
    accessPointOnItsOwnBucket,
    bucketNamesItsRoles,
    bucketWalledByMatterTag,
    groupWorksOnOneMatter,
    oneMatterInOneStack,
    oneVendorInOneAccount,
  ],
};
