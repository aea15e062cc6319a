import type { Mapping } from '../../../policies/authoring/control-row.ts';

/** Printed name of each framework, in the order of the catalogue. */
const frameworks: Readonly<Record<keyof Mapping, string>> = {
  gdpr: 'GDPR',
  ukGdpr: 'UK GDPR',
  ccpa: 'CCPA/CPRA',
  dpdp: 'DPDP (India)',
  aba: 'ABA Model Rules',
  sra: 'SRA',
  iso27001: 'ISO 27001:2022',
  soc2: 'SOC 2',
  nist80053: 'NIST 800-53 r5',
  cisAws3: 'CIS AWS v3.0.0',
  cisAws7: 'CIS AWS v7.0.0',
  hipaa: 'HIPAA',
  other: 'Other',
};

/** Framework name and its clauses; UK GDPR shares the GDPR's numbers unless it says otherwise. */
export function clausesOf(map: Mapping): [string, string][] {
  return (Object.keys(frameworks) as (keyof Mapping)[]).flatMap((key): [string, string][] => {
    const clauses = map[key];
    if (key === 'ukGdpr' && !clauses && map.gdpr) return [[frameworks.ukGdpr, 'the same articles as GDPR']];
    return clauses ? [[frameworks[key], clauses.join(', ')]] : [];
  });
}

export const unconfirmed =
  '† not confirmed against its source. The mapping supports an assessment; it is not legal advice.';
