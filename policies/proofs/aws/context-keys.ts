/**
 * Context keys with a set of values, lower case.
 * Source: IAM User Guide, "AWS global condition context keys", and the Service Authorization Reference.
 */
const multivalued = new Set([
  'aws:tagkeys',
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:vpceorgpaths',
  'aws:sourceorgpaths',
  'aws:principalservicenameslist',
  'aws:cloudtrail:enabledregions',
  'sts:transitivetagkeys',
  'backup:copytargets',
  'backup:copytargetorgpaths',
  'kms:encryptioncontextkeys',
  'kms:grantoperations',
  's3:requestobjecttagkeys',
  'dynamodb:attributes',
  'dynamodb:leadingkeys',
  'iam:awsservicename:list',
]);

export const isMultivalued = (key: string): boolean => multivalued.has(key);

/**
 * Context keys that come with requests whatever they ask for, lower case; their values are nobody's to choose.
 * Source: IAM User Guide, "AWS global condition context keys", section "Availability" of each; Amazon S3 and AWS KMS in the
 * Service Authorization Reference.
 */
const alwaysSent = new Set([
  'aws:currenttime',
  'aws:epochtime',
  'aws:principaltype',
  'aws:tokenissuetime',
  'aws:useragent',
  'aws:userid',
  'kms:encryptionalgorithm',
  's3:signatureage',
  's3:x-amz-content-sha256',
]);

export const isAlwaysSent = (key: string): boolean => alwaysSent.has(key);
