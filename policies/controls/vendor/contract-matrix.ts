import type { ControlRow } from '../../authoring/control-row.ts';

export const control: ControlRow = {
  id: 'LPO-VEN-02',
  title: 'Contract matrix and generated annexes',
  objective:
    'The clauses each applicable law demands are listed, ticked with document hashes, and security/transfer annexes are generated from what is deployed.',
  severity: 'high',
  kind: ['evidential'],
  map: {
    gdpr: ['28(3)(a)-(h)', '46(2)(c)', 'SCC Annex I-III'],
    ukGdpr: ['46 / IDTA or Addendum'],
    ccpa: ['CIV 1798.100(d)†', '1798.81.5(c)', '11 CCR 7051(a)', '7053 only if sold/shared'],
    dpdp: ['Rule 6(1)(f)'],
    aba: ['5.3', 'Op. 08-451'],
    sra: ['2.3', 'inspection right 3.3†'],
    iso27001: ['5.20', '6.6'],
    soc2: ['CC9.2†'],
    nist80053: ['SA-4', 'SA-9', 'PS-7', 'SR-8'],
    hipaa: ['164.504(e)', '164.314(a)†'],
  },
  record: 'the contract matrix with document hashes and the annexes generated from the assembly',
};
