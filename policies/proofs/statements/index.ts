// Generated from the files beside it by `npm run generate`; do not edit.

export * as 'backups-cannot-be-deleted.ts' from './backups-cannot-be-deleted.ts';
export * as 'breach-clock-only-warns.ts' from './breach-clock-only-warns.ts';
export * as 'data-has-no-way-out-in-region.ts' from './data-has-no-way-out-in-region.ts';
export * as 'deployment-passes-roles-to-their-services.ts' from './deployment-passes-roles-to-their-services.ts';
export * as 'documents-are-read-by-their-matter-alone.ts' from './documents-are-read-by-their-matter-alone.ts';
export * as 'documents-lie-under-their-key.ts' from './documents-lie-under-their-key.ts';
export * as 'endpoints-stay-in-the-account.ts' from './endpoints-stay-in-the-account.ts';
export * as 'keys-are-used-by-their-matter-alone.ts' from './keys-are-used-by-their-matter-alone.ts';
export * as 'kill-switch-only-takes-away.ts' from './kill-switch-only-takes-away.ts';
export * as 'log-archive-is-out-of-reach.ts' from './log-archive-is-out-of-reach.ts';
export * as 'matters-are-walled.ts' from './matters-are-walled.ts';
export * as 'no-request-outside-the-regions.ts' from './no-request-outside-the-regions.ts';
export * as 'no-route-leads-out.ts' from './no-route-leads-out.ts';
export * as 'only-custodians-disable-keys.ts' from './only-custodians-disable-keys.ts';
export * as 'only-deployment-changes-key-policies.ts' from './only-deployment-changes-key-policies.ts';
export * as 'only-the-ledger-writer-signs.ts' from './only-the-ledger-writer-signs.ts';
export * as 'people-work-through-the-endpoint.ts' from './people-work-through-the-endpoint.ts';
export * as 'people-work-with-mfa.ts' from './people-work-with-mfa.ts';
export * as 'restores-stay-in-their-zone.ts' from './restores-stay-in-their-zone.ts';
export * as 'retention-cannot-be-shortened.ts' from './retention-cannot-be-shortened.ts';
export * as 'roles-cannot-escalate.ts' from './roles-cannot-escalate.ts';
export * as 'roles-do-their-jobs-only.ts' from './roles-do-their-jobs-only.ts';
export * as 'roles-open-to-their-people-only.ts' from './roles-open-to-their-people-only.ts';
export * as 'sessions-end.ts' from './sessions-end.ts';
export * as 'trail-cannot-be-stopped.ts' from './trail-cannot-be-stopped.ts';
export * as 'vpn-serves-named-groups.ts' from './vpn-serves-named-groups.ts';
