import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { isNamedRole, shape } from '../../../authoring/deny/condition-shapes.ts';
import { logBucketVendor } from '../../../reading/bucket-kind.ts';
import { evidenceRoleOf } from '../../../reading/evidence-roles.ts';
import { vendorName, words } from '../../../template/names.ts';

const actions = ['s3:GetObject', 's3:GetObjectAttributes', 's3:GetObjectVersion'];
const security = (role: string) => `arn:aws:iam::100000000002:role/lpo-meridian-${role}`;
const reader = `arn:aws:iam::100000000003:role/${vendorName('meridian', 'logReader')}`;
const other = (...arns: string[]) => ({
  Action: 's3:GetObject*',
  Condition: { ArnNotEquals: { 'aws:PrincipalArn': arns } },
});

/** The reader, and writers that need to know what they wrote; `log-buckets-take-deliveries-only` keeps those to their folder. */
export const check = bucketDeny({
  control: 'LPO-LOG-02',
  name: 'evidence-read-by-reader-and-writers',
  expected:
    'the policy of the evidence bucket denies reading its objects to everyone but one named role, the breach clock and the ledger’s writer',
  fix: 'deny s3:GetObject* where ArnNotEquals aws:PrincipalArn is one of these roles',
  kinds: ['evidence'],
  on: 'objects',
  deny: ({ bucket }) => ({
    actions,
    trigger: [
      shape(['ArnNotEquals', 'ArnNotEqualsIfExists'], 'aws:PrincipalArn', (values) => {
        const others = values.filter(
          (value) => !evidenceRoleOf(logBucketVendor(bucket.resource))(value)?.reads,
        );
        return others.length === 1 && others.every((value) => isNamedRole(value) && !/[*?]/.test(value));
      }),
    ],
    exempting: [],
  }),
  good: {
    'the reader alone': other(reader),
    'and who reads back': other(reader, security(words.breachClock), security(words.ledgerWriter)),
  },
  bad: {
    'the kill switch, which need not read': other(reader, security(words.killSwitch)),
    "another vendor's clock": other(
      reader,
      `arn:aws:iam::100000000002:role/${vendorName('luzon', 'breachClock')}`,
    ),
    'two readers': other(reader, security(words.auditor)),
    'any role': other('arn:aws:iam::100000000003:role/*'),
    'the latest version': { ...other(reader), Action: 's3:GetObject' },
    'nobody at all, the reader included': { Action: 's3:GetObject*' },
  },
});
