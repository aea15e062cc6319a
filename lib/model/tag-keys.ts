/** Tag keys of the blueprint. Their values are ids and words, never names of clients or persons. */
export const tagKeys = {
  vendor: 'lpo:vendor',
  /** A matter's id, or `shared`. */
  matter: 'lpo:matter',
  zone: 'lpo:zone',
  dataClass: 'lpo:data-class',
  owner: 'lpo:owner',
  environment: 'lpo:environment',
  /** Function of a role of a matter. */
  function: 'lpo:function',
  /** On sessions of people: the identity provider asserts a second factor. */
  mfa: 'lpo:mfa',
  /** On keys under a legal hold, set by the records officer; templates do not carry it. */
  legalHold: 'lpo:legal-hold',
  rpoHours: 'lpo:rpo-hours',
  rtoHours: 'lpo:rto-hours',
} as const;

type TagKey = (typeof tagKeys)[keyof typeof tagKeys];

/**
 * Tags of a version of an object, with the value that opens it. The scanner writes the first; a second approver
 * writes both, and cannot without the first.
 */
export const objectTags = {
  scan: { key: 'GuardDutyMalwareScanStatus', clean: 'NO_THREATS_FOUND' },
  release: { key: 'lpo:release', approved: 'approved', withdrawn: 'withdrawn' },
} as const;

type ObjectTagKey = (typeof objectTags)[keyof typeof objectTags]['key'];

/** Condition key for a tag that a version of an object has. */
export const existingObjectTag = (key: ObjectTagKey): string => `s3:ExistingObjectTag/${key}`;

/** Condition key for a tag that a request gives a version of an object. */
export const requestObjectTag = (key: ObjectTagKey): string => `s3:RequestObjectTag/${key}`;

/** Condition key for a tag of the principal. */
export const principalTag = (key: TagKey): string => `aws:PrincipalTag/${key}`;

/** Condition key for a tag of the resource. */
export const resourceTag = (key: TagKey): string => `aws:ResourceTag/${key}`;
