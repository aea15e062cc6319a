import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { shape } from '../../../authoring/deny/condition-shapes.ts';
import { logBucketVendor } from '../../../reading/bucket-kind.ts';
import { evidenceRoleOf } from '../../../reading/evidence-roles.ts';
import { writesObjects } from '../../../reading/object-actions.ts';
import { vendorName, words } from '../../../template/names.ts';

const other = (...roles: string[]) => ({
  ArnNotEquals: {
    'aws:PrincipalArn': roles.map((role) => `arn:aws:iam::100000000002:role/lpo-meridian-${role}`),
  },
});
const deny = { Action: ['s3:PutObject*', 's3:Replicate*'] };

/** Evidence that people could add to at will proves nothing. */
export const check = bucketDeny({
  control: 'LPO-LOG-02',
  name: 'evidence-added-by-named-roles',
  expected:
    'the policy of the evidence bucket denies writing objects to everyone but the kill switch, the breach clock and the ledger’s writer',
  fix: 'deny s3:PutObject* and s3:Replicate* where ArnNotEquals aws:PrincipalArn is one of these roles',
  kinds: ['evidence'],
  on: 'objects',
  deny: ({ bucket }) => ({
    actions: writesObjects,
    trigger: [],
    exempting: [
      shape('ArnNotEquals', 'aws:PrincipalArn', (values) =>
        values.every((value) => evidenceRoleOf(logBucketVendor(bucket.resource))(value) !== undefined),
      ),
    ],
  }),
  good: {
    nobody: deny,
    'the three': { ...deny, Condition: other(words.killSwitch, words.breachClock, words.ledgerWriter) },
  },
  bad: {
    'a role beside them': { ...deny, Condition: other(words.killSwitch, 'x') },
    'the reader': { ...deny, Condition: other(words.logReader) },
    "another vendor's switch": {
      ...deny,
      Condition: {
        ArnNotEquals: {
          'aws:PrincipalArn': `arn:aws:iam::100000000002:role/${vendorName('luzon', 'killSwitch')}`,
        },
      },
    },
    'any role': { ...deny, Condition: other('*') },
    'a service': {
      ...deny,
      Condition: { StringNotEquals: { 'aws:PrincipalServiceName': 'cloudtrail.amazonaws.com' } },
    },
    'tags stay open': { Action: writesObjects.filter((action) => !action.includes('Tagging')) },
  },
});
