import { bucketDeny } from '../../../authoring/deny/bucket-deny.ts';
import {
  exceptAwsServices,
  exceptViaAwsServices,
  only,
  shape,
} from '../../../authoring/deny/condition-shapes.ts';
import { objectActions } from '../../../reading/object-actions.ts';

const otherMatter = (id: string) => ({ StringNotEqualsIfExists: { 'aws:PrincipalTag/lpo:matter': id } });

/** The wall holds whatever an identity policy says, because the tag comes with the session. */
export const check = bucketDeny({
  control: 'LPO-COI-02',
  name: 'bucket-walled-by-matter-tag',
  expected: 'the bucket policy denies its objects to every session that carries another matter, or none',
  fix: 'deny the data actions where StringNotEqualsIfExists aws:PrincipalTag/lpo:matter is the matter’s id',
  kinds: ['matter'],
  on: 'both',
  deny: ({ bucket }) => ({
    actions: objectActions,
    trigger: [
      shape(
        ['StringNotEquals', 'StringNotEqualsIfExists'],
        'aws:PrincipalTag/lpo:matter',
        only(bucket.resource.tags['lpo:matter'] ?? 'the bucket has no lpo:matter tag'),
      ),
    ],
    exempting: [exceptAwsServices, exceptViaAwsServices],
  }),
  good: { 'this matter only': { Action: objectActions, Condition: otherMatter('m-7f3a9c') } },
  bad: {
    'another matter': { Action: objectActions, Condition: otherMatter('m-2be41d') },
    'any matter': {
      Action: objectActions,
      Condition: { StringNotLike: { 'aws:PrincipalTag/lpo:matter': 'm-*' } },
    },
    'reading only': { Action: 's3:GetObject', Condition: otherMatter('m-7f3a9c') },
  },
});
