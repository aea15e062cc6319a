// Generated from the files beside it by `npm run generate`; do not edit.

export * as 'alerts-arrive.ts' from './alerts-arrive.ts';
export * as 'auditor-reads-every-log.ts' from './auditor-reads-every-log.ts';
export * as 'backup-copies-documents.ts' from './backup-copies-documents.ts';
export * as 'breach-clock-warns.ts' from './breach-clock-warns.ts';
export * as 'break-glass-looks-and-cuts.ts' from './break-glass-looks-and-cuts.ts';
export * as 'connect-handler-decides-who-comes-in.ts' from './connect-handler-decides-who-comes-in.ts';
export * as 'copy-operator-brings-copies-back.ts' from './copy-operator-brings-copies-back.ts';
export * as 'deployment-empties-the-default-security-group.ts' from './deployment-empties-the-default-security-group.ts';
export * as 'guardduty-scans-every-upload.ts' from './guardduty-scans-every-upload.ts';
export * as 'incident-commander-initiates-the-kill-switch.ts' from './incident-commander-initiates-the-kill-switch.ts';
export * as 'key-custodian-reinstates.ts' from './key-custodian-reinstates.ts';
export * as 'key-custodian-suspends-and-retires-keys.ts' from './key-custodian-suspends-and-retires-keys.ts';
export * as 'kill-switch-contains-a-vendor.ts' from './kill-switch-contains-a-vendor.ts';
export * as 'ledger-writer-appends-a-record.ts' from './ledger-writer-appends-a-record.ts';
export * as 'log-groups-are-encrypted.ts' from './log-groups-are-encrypted.ts';
export * as 'matter-administrator-sets-a-hold.ts' from './matter-administrator-sets-a-hold.ts';
export * as 'people-sign-in.ts' from './people-sign-in.ts';
export * as 'qc-lead-checks-work.ts' from './qc-lead-checks-work.ts';
export * as 'release-approver-fetches-a-release.ts' from './release-approver-fetches-a-release.ts';
export * as 'restore-tests-prove-recovery.ts' from './restore-tests-prove-recovery.ts';
export * as 'restorer-restores-a-document.ts' from './restorer-restores-a-document.ts';
export * as 'reviewer-works-on-documents.ts' from './reviewer-works-on-documents.ts';
export * as 'second-approver-releases-a-file.ts' from './second-approver-releases-a-file.ts';
export * as 'services-keep-the-records.ts' from './services-keep-the-records.ts';
export * as 'supervising-lawyer-proposes-a-release.ts' from './supervising-lawyer-proposes-a-release.ts';
export * as 'sweep-ends-sessions.ts' from './sweep-ends-sessions.ts';
