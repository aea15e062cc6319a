import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { throughEndpoints } from '../../../authoring/deny/through-endpoints.ts';

const people = { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/lpo-meridian-m-*' } };
const objects = {
  Action: 's3:*',
  Condition: { ...people, StringNotEqualsIfExists: { 'aws:VpceAccount': '200000000001' } },
};
const keys = {
  Action: 'kms:*',
  Condition: {
    ...people,
    StringNotEqualsIfExists: {
      'aws:VpceAccount': '200000000001',
      'kms:ViaService': 's3.eu-west-2.amazonaws.com',
    },
  },
};

/** The RCP guards the vendor's resources; the SCP guards the vendor's people, whatever resource they ask for. */
export const check = guardrailDeny({
  control: 'LPO-NET-02',
  name: 'people-leave-through-endpoints',
  expected:
    'an SCP denies the people on matters every object and key, wherever it is, except through endpoints of the vendor’s account',
  fix: 'deny s3:* and kms:* for the people’s roles where StringNotEqualsIfExists aws:VpceAccount is the account',
  type: 'SERVICE_CONTROL_POLICY',
  denies: throughEndpoints,
  good: { both: [objects, keys] },
  bad: {
    'no objects': [keys],
    'no keys': [objects],
    'another account’s endpoints': [
      { ...objects, Condition: { ...people, StringNotEqualsIfExists: { 'aws:VpceAccount': '*' } } },
      keys,
    ],
  },
});
