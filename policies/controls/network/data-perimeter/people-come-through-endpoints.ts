import { exceptRoles, only, shape } from '../../../authoring/deny/condition-shapes.ts';
import { guardrailDeny } from '../../../authoring/deny/guardrail-deny.ts';
import type { RequiredDeny } from '../../../authoring/deny/required-deny.ts';
import type { VendorInTemplates } from '../../../reading/vendors.ts';
import { readOurRole } from '../../../template/names.ts';

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
const presigned = {
  Action: 's3:*',
  Condition: { StringEquals: { 's3:authType': ['POST', 'REST-QUERY-STRING'] } },
};

/** A pattern that every person of this vendor falls under, and that names the vendor. */
const peopleOf = (vendor: string) =>
  shape(['ArnLike', 'ArnEquals', 'StringLike'], 'aws:PrincipalArn', (values) =>
    values.some((value) => {
      const name = readOurRole(value);
      const everyone = name?.word === '*' && name.matter === undefined;
      return name?.vendor === vendor && (everyone || (name.matter === 'm-*' && name.word === ''));
    }),
  );

/** Every object and every key, unless through an endpoint of the account; keys also through S3, which forwards. */
export const throughEndpoints = ({
  account,
  region,
  vendor,
}: Pick<VendorInTemplates, 'account' | 'region' | 'vendor'>): readonly RequiredDeny[] => {
  const elsewhere = shape('StringNotEqualsIfExists', 'aws:VpceAccount', only(account));
  return [
    { actions: ['s3:*'], trigger: [elsewhere], exempting: [peopleOf(vendor)] },
    {
      actions: ['kms:*'],
      trigger: [elsewhere],
      exempting: [
        peopleOf(vendor),
        shape('StringNotEqualsIfExists', 'kms:ViaService', (values) =>
          values.every((value) => value.startsWith(`s3.${region}.`)),
        ),
      ],
    },
  ];
};

export const peopleComeThroughEndpoints = guardrailDeny({
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
  good: { whole: [objects, keys, presigned] },
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
    'one function only': [
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
