// Generated from the files beside it by `npm run generate`; do not edit.

export * as 'matter-administrator-sets-a-hold.ts' from './matter-administrator-sets-a-hold.ts';
export * as 'qc-lead-checks-work.ts' from './qc-lead-checks-work.ts';
export * as 'release-approver-fetches-a-release.ts' from './release-approver-fetches-a-release.ts';
export * as 'reviewer-works-on-documents.ts' from './reviewer-works-on-documents.ts';
export * as 'second-approver-releases-a-file.ts' from './second-approver-releases-a-file.ts';
export * as 'supervising-lawyer-proposes-a-release.ts' from './supervising-lawyer-proposes-a-release.ts';
