import { bucketDeny } from '../../bucket-deny';
import { logBucketVendor } from '../../bucket-kind';
import { shape } from '../../condition-shapes';
import { isKillSwitchOf } from '../../kill-switch-role';
import { writesObjects } from './log-bucket-has-one-writer';

const except = (...roles: string[]) => ({ ArnNotEquals: { 'aws:PrincipalArn': roles } });
const killSwitch = 'arn:aws:iam::100000000002:role/lpo-meridian-kill-switch';

/** Evidence that people could add to proves nothing: one function adds, and cannot replace or delete. */
export const evidenceHasOneWriter = bucketDeny({
  name: 'evidence-has-one-writer',
  expected:
    "the policy of an evidence bucket denies writing objects to everyone but this vendor's kill switch, or one AWS service",
  mend: "deny s3:PutObject* and s3:Replicate* where ArnNotEquals aws:PrincipalArn is the function's role",
  kinds: ['evidence'],
  on: 'objects',
  deny: ({ bucket }) => ({
    actions: writesObjects,
    trigger: [],
    exempting: [
      shape(
        'ArnNotEquals',
        'aws:PrincipalArn',
        (values) => values.length === 1 && values.every(isKillSwitchOf(logBucketVendor(bucket.resource))),
      ),
    ],
  }),
  good: {
    'the kill switch alone': { Action: ['s3:PutObject*', 's3:Replicate*'], Condition: except(killSwitch) },
  },
  bad: {
    'two roles': {
      Action: writesObjects,
      Condition: except(killSwitch, 'arn:aws:iam::100000000002:role/lpo-meridian-x'),
    },
    "another vendor's switch": {
      Action: writesObjects,
      Condition: except('arn:aws:iam::100000000002:role/lpo-luzon-kill-switch'),
    },
    'every switch': {
      Action: writesObjects,
      Condition: except('arn:aws:iam::100000000002:role/lpo-*-kill-switch'),
    },
    'holds stay open': {
      Action: writesObjects.filter((action) => !action.includes('Hold')),
      Condition: except(killSwitch),
    },
  },
});
