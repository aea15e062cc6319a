import type { ContractClause } from '../../config/records/contract-schema.ts';
import { countryOf } from '../../law/law-index.ts';
import type { Authority } from '../../model/finding.ts';
import type { GateContext } from '../gate-context.ts';
import { policy, type Rule, statute } from '../rule.ts';

interface Demand {
  readonly clauses: readonly ContractClause[];
  readonly source: Authority;
  readonly applies: (context: GateContext) => boolean;
}

const origin = ({ vendor }: GateContext, test: (code: string) => boolean): boolean =>
  vendor.matters.some(({ origins }) => origins.some(test));

/** Which law asks for which clause. */
const demands: readonly Demand[] = [
  {
    clauses: [
      'confidentiality',
      'appropriate-use',
      'security-measures',
      'audit-rights',
      'breach-notification',
      'insurance',
      'penalties',
      'dispute-resolution',
      'return-and-deletion',
    ],
    source: policy('clause matrix, LPO-VEN-02'),
    applies: () => true,
  },
  {
    clauses: ['instructions-only', 'subprocessor-consent', 'assist-data-subjects'],
    source: statute('GDPR Art. 28(3)(a)-(h)'),
    applies: (context) =>
      origin(context, (code) => ['EU', 'GB', 'CH'].includes(context.law.territory(code) ?? '')),
  },
  {
    clauses: ['regulator-inspection'],
    source: { ...statute('SRA Code for Firms 3.3(b)', 'M'), unseen: true },
    applies: (context) => origin(context, (code) => countryOf(code) === 'GB'),
  },
  {
    clauses: ['ccpa-service-provider'],
    source: statute('11 CCR 7051(a)'),
    applies: (context) => origin(context, (code) => code === 'US-CA'),
  },
  {
    clauses: ['hipaa-business-associate'],
    source: statute('45 CFR 164.504(e)'),
    applies: (context) => context.vendor.matters.some(({ dataClasses }) => dataClasses.includes('PHI')),
  },
];

export const contractClauses: Rule = {
  id: 'DUE-R06',
  title: 'The contract holds the clauses the applicable laws ask for',
  severity: 'high',
  waivable: true,
  source: policy('clause matrix, LPO-VEN-02'),
  check: (context) => {
    const { contract } = context.vendor;
    if (!contract) return []; // DUE-R05 asks for it
    return demands
      .filter(({ applies }) => applies(context))
      .flatMap(({ clauses, source }) =>
        clauses
          .filter((clause) => !contract.clauses.includes(clause))
          .map((clause) => ({
            path: ['contract', 'clauses'],
            got: `no clause ${clause}`,
            expected: clause,
            fix: 'amend the contract, then record the clause',
            source,
          })),
      );
  },
};
