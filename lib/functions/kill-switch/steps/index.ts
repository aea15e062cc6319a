// Generated from the files beside it by `npm run generate`; do not edit.

export * as 'attach-quarantine.ts' from './attach-quarantine.ts';
export * as 'capture-evidence.ts' from './capture-evidence.ts';
export * as 'close-buckets.ts' from './close-buckets.ts';
export * as 'disable-keys.ts' from './disable-keys.ts';
export * as 'end-vpn-sessions.ts' from './end-vpn-sessions.ts';
export * as 'record-suspension.ts' from './record-suspension.ts';
export * as 'revoke-vpn-rules.ts' from './revoke-vpn-rules.ts';
export * as 'suspend-roles.ts' from './suspend-roles.ts';
export * as 'tell-everyone.ts' from './tell-everyone.ts';
