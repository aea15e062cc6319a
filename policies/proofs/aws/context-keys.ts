import { multivaluedKeys } from '../../reading/iam-context-keys.ts';

/**
 * Context keys with a set of values, lower case: those of the data, and global ones.
 * Source: IAM User Guide, "AWS global condition context keys", and the Service Authorization Reference.
 */
const multivalued = new Set([
  ...multivaluedKeys,
  'aws:tagkeys',
  'aws:calledvia',
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:vpceorgpaths',
  'aws:sourceorgpaths',
  'aws:principalservicenameslist',
  'aws:cloudtrail:enabledregions',
  'iam:awsservicename:list',
]);

export const isMultivalued = (key: string): boolean => multivalued.has(key);
