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
