/** Folders of a vendor's evidence bucket; each has one writer. */
export const evidencePrefixes = { incidents: 'incidents', clocks: 'clocks', ledger: 'ledger' } as const;
