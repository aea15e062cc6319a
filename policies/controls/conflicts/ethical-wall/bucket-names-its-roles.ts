import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import { isNamedRole, shape } from '../../../authoring/deny/condition-shapes.ts';
import { roleArn } from '../../../authoring/fixtures/role-arn.ts';
import { objectActions } from '../../../reading/object-actions.ts';

const except = (...names: string[]) => ({
  ArnNotEquals: { 'aws:PrincipalArn': names.map((name) => roleArn(`lpo-meridian-${name}`)) },
});

/** A list of roles of this very matter: whoever is not on it has no way in, whatever an identity policy says. */
export const check = bucketDeny({
  control: 'LPO-COI-02',
  name: 'bucket-names-its-roles',
  expected: 'the bucket policy denies its objects to every principal but the named roles of this matter',
  fix: 'deny the object actions where ArnNotEquals aws:PrincipalArn lists the roles of the matter, without wildcards',
  kinds: ['matter'],
  on: 'both',
  deny: ({ bucket }) => ({
    actions: objectActions,
    trigger: [
      shape(['ArnNotEquals', 'ArnNotEqualsIfExists'], 'aws:PrincipalArn', (values) => {
        const matter = bucket.resource.tags['lpo:matter'];
        return values.every(
          (value) =>
            matter !== undefined &&
            !value.includes('*') &&
            isNamedRole(value) &&
            value.includes(`-${matter}-`),
        );
      }),
    ],
    exempting: [],
  }),
  good: {
    'two roles of the matter': {
      Action: objectActions,
      Condition: except('m-7f3a9c-reviewer', 'm-7f3a9c-backup'),
    },
  },
  bad: {
    'a role of another matter': {
      Action: objectActions,
      Condition: except('m-7f3a9c-reviewer', 'm-2be41d-reviewer'),
    },
    'any role of the matter': { Action: objectActions, Condition: except('m-7f3a9c-*') },
    'every role': { Action: objectActions, Condition: { ArnNotEquals: { 'aws:PrincipalArn': '*' } } },
    'reading only': { Action: 's3:GetObject', Condition: except('m-7f3a9c-reviewer') },
  },
});
