import { resourceCheck } from '../../../authoring/check.ts';
import { key } from '../../../authoring/fixtures/key.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { taggedTypes } from '../../../reading/tagged-types.ts';
import { isOpaqueSlug, isVendorId } from '../../../template/names.ts';

const wanted: Readonly<Record<string, (value: string) => boolean>> = {
  'lpo:vendor': isVendorId,
  'lpo:owner': isOpaqueSlug,
  'lpo:environment': isOpaqueSlug,
};

const tagged = (all: Record<string, string>) => key({ Tags: tags(all) });
const whole = { 'lpo:vendor': 'meridian', 'lpo:owner': 'disputes-london', 'lpo:environment': 'production' };

export const check = resourceCheck({
  control: 'LPO-GOV-01',
  name: 'tagged-with-vendor-and-owner',
  expected:
    'every taggable resource says whose it is: lpo:vendor, lpo:owner, lpo:environment, as opaque slugs',
  fix: 'tag the stage, which tags everything below it',
  types: [...taggedTypes, 'AWS::IAM::Role'],
  judge(resource) {
    const { tags } = resource;
    // Roles of CDK's own providers cannot be tagged; they carry no name either.
    if (resource.type === 'AWS::IAM::Role' && resource.get('RoleName') === undefined) return 'not applicable';
    return Object.entries(wanted)
      .filter(([name, form]) => !form(tags[name] ?? ''))
      .map(([name]) => ({ property: `Tags ${name}`, got: tags[name] ?? 'absent' }));
  },
  good: { whole: tagged(whole) },
  bad: {
    'no tags': tagged({}),
    'no owner': tagged({ ...whole, 'lpo:owner': '' }),
    'a person as owner': tagged({ ...whole, 'lpo:owner': 'Jane Doe' }),
    'another environment form': tagged({ ...whole, 'lpo:environment': 'PROD!' }),
  },
});
