import { exceptRoles, only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import { throughEndpoints } from '../../../authoring/deny/through-endpoints.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { documentPeople } from '../../../reading/role-purposes.ts';

const people = { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/lpo-meridian-m-*' } };
const byFunction = (functions: readonly string[]) => ({
  ArnLike: { 'aws:PrincipalArn': functions.map((fn) => roleArn(`lpo-meridian-m-*-${fn}`)) },
});
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
const presigned = {
  Action: 's3:*',
  Condition: { StringEquals: { 's3:authType': ['POST', 'REST-QUERY-STRING'] } },
};

export const check = guardrailDeny({
  control: 'LPO-NET-02',
  name: 'people-come-through-endpoints',
  expected:
    'an RCP denies the people on matters every object and key except through endpoints of the vendor’s account, and denies presigned URLs',
  fix: 'deny s3:* and kms:* for the people’s roles where StringNotEqualsIfExists aws:VpceAccount is the account; deny s3:authType POST and REST-QUERY-STRING',
  type: 'RESOURCE_CONTROL_POLICY',
  denies: ({ account, region, vendor }) => {
    return [
      ...throughEndpoints({ account, region, vendor }),
      {
        actions: ['s3:*'],
        trigger: [
          shape(
            'StringEquals',
            's3:authType',
            (values) => values.includes('POST') && values.includes('REST-QUERY-STRING'),
          ),
        ],
        exempting: [exceptRoles('deploy'), shape('BoolIfExists', 'aws:PrincipalIsAWSService', only('false'))],
      },
    ];
  },
  good: {
    whole: [objects, keys, presigned],
    'function by function': [
      { ...objects, Condition: { ...objects.Condition, ...byFunction(documentPeople) } },
      keys,
      presigned,
    ],
  },
  bad: {
    'no objects': [keys, presigned],
    'no keys': [objects, presigned],
    'presigned forms': [
      objects,
      keys,
      { ...presigned, Condition: { StringEquals: { 's3:authType': 'REST-QUERY-STRING' } } },
    ],
    'a general exemption for services in between': [
      { ...objects, Condition: { ...objects.Condition, BoolIfExists: { 'aws:ViaAWSService': 'false' } } },
      keys,
      presigned,
    ],
    'one function of every matter': [
      {
        ...objects,
        Condition: {
          ...objects.Condition,
          ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/lpo-meridian-m-*-reviewer' },
        },
      },
      keys,
      presigned,
    ],
    'every function but one': [
      { ...objects, Condition: { ...objects.Condition, ...byFunction(documentPeople.slice(1)) } },
      keys,
      presigned,
    ],
    'one function of one matter': [
      {
        ...objects,
        Condition: {
          ...objects.Condition,
          ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::200000000001:role/lpo-meridian-m-7f3a9c-reviewer' },
        },
      },
      keys,
      presigned,
    ],
  },
});
