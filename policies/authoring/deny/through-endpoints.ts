import type { VendorInTemplates } from '../../reading/vendors.ts';
import { readOurRole } from '../../template/names.ts';
import { only, shape } from './condition-shapes.ts';
import type { RequiredDeny } from './required-deny.ts';

/** A pattern that every person of this vendor falls under, and that names the vendor. */
const peopleOf = (vendor: string) =>
  shape(['ArnLike', 'ArnEquals', 'StringLike'], 'aws:PrincipalArn', (values) =>
    values.some((value) => {
      const { vendor: whose, matter, word } = readOurRole(value) ?? {};
      return whose === vendor && (matter === 'm-*' || (matter === undefined && word === '*'));
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
