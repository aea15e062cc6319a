import { coversFunction, documentPeople } from '../../reading/role-purposes.ts';
import type { VendorInTemplates } from '../../reading/vendors.ts';
import { readOurRole } from '../../template/names.ts';
import { only, shape } from './condition-shapes.ts';
import type { RequiredDeny } from './required-deny.ts';

/** Patterns that together take in everybody of this vendor who opens documents, and that name the vendor. */
const peopleOf = (vendor: string) =>
  shape(['ArnLike', 'ArnEquals', 'StringLike'], 'aws:PrincipalArn', (values) =>
    documentPeople.every((fn) =>
      values.some((value) => {
        const name = readOurRole(value);
        return name !== undefined && coversFunction(name, vendor, fn);
      }),
    ),
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
