import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import {
  exceptAwsServices,
  exceptRoles,
  exceptViaAwsServices,
  shape,
} from '../../../authoring/deny/condition-shapes.ts';
import { objectActions } from '../../../reading/object-actions.ts';

const elsewhere = { StringNotEqualsIfExists: { 'aws:SourceVpce': { 'Fn::GetAtt': ['Endpoint', 'Id'] } } };
const own = { BoolIfExists: { 'aws:PrincipalIsAWSService': 'false', 'aws:ViaAWSService': 'false' } };

/** `StringNotEqualsIfExists` in a Deny is true when the key is absent, that is, from the internet. */
export const check = bucketDeny({
  control: 'LPO-NET-02',
  name: 'bucket-only-through-the-endpoint',
  expected: 'the bucket policy denies reading, listing and writing except through the workspace’s endpoint',
  fix: 'deny the data actions where StringNotEqualsIfExists aws:SourceVpce is the endpoint; exempt AWS services with BoolIfExists and single roles by ARN',
  kinds: ['matter'],
  on: 'both',
  deny: {
    actions: objectActions,
    trigger: [
      shape(['StringNotEquals', 'StringNotEqualsIfExists'], 'aws:SourceVpce', (values) =>
        values.every((value) => /^(vpce-[0-9a-f]{8,}|\$\{.+\})$/.test(value)),
      ),
    ],
    exempting: [exceptAwsServices, exceptViaAwsServices, exceptRoles('malwareScan', 'backup', 'restore')],
  },
  good: { 'the endpoint': { Action: objectActions, Condition: { ...elsewhere, ...own } } },
  bad: {
    'reads of old versions': {
      Action: objectActions.filter((action) => !action.includes('Version')),
      Condition: elsewhere,
    },
    'any endpoint': { Action: objectActions, Condition: { StringNotLike: { 'aws:SourceVpce': '*' } } },
    'Bool that does not bind on anonymous requests': {
      Action: objectActions,
      Condition: { ...elsewhere, Bool: { 'aws:PrincipalIsAWSService': 'false' } },
    },
  },
});
