import { policy, type Rule } from '../rule.ts';

export const attestedSites: Rule = {
  id: 'DUE-R07',
  title: 'Vendor staff work at sites with a current attestation of physical security',
  severity: 'high',
  waivable: true,
  source: policy('registered sites, LPO-VEN-03'),
  check: ({ vendor, asOf }) => {
    const { diligence } = vendor;
    if (!diligence) return []; // DUE-R01 asks for it
    if (diligence.sites.length === 0)
      return [
        {
          path: ['diligence', 'sites'],
          got: 'no site',
          expected: 'at least one site',
          fix: 'register the sites people work at',
        },
      ];
    return diligence.sites.flatMap(({ id, attestation }, index) =>
      attestation.date <= asOf && asOf <= attestation.expiresOn
        ? []
        : [
            {
              path: ['diligence', 'sites', index, 'attestation', 'expiresOn'],
              got: `${id}: attested from ${attestation.date} to ${attestation.expiresOn}`,
              expected: `attested on ${asOf}`,
              fix: 'visit or have the site attested again',
            },
          ],
    );
  },
};
