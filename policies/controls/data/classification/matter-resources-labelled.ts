import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { bucket } from '../../../authoring/fixtures/bucket.ts';
import { key } from '../../../authoring/fixtures/key.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import { taggedTypes } from '../../../reading/tagged-types.ts';
import { isMatterId, mattersIn } from '../../../template/names.ts';

const tagged = (all: Record<string, string>) => key({ Tags: tags(all) });
const whole = {
  'lpo:vendor': 'meridian',
  'lpo:matter': 'm-7f3a9c',
  'lpo:data-class': 'PRIVILEGED+PII_BASIC',
};
const stack = (second: Record<string, string>): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Bucket: bucket({ Tags: tags(whole) }),
    Key: tagged(second),
  },
});

const dataClass = /^[A-Z][A-Z0-9_]*(\+[A-Z][A-Z0-9_]*)*$/;

/** A stack is a matter's as soon as one of its resources carries the matter's id, or its name does. */
export const check = assemblyCheck({
  control: 'LPO-DAT-03',
  name: 'matter-resources-labelled',
  expected:
    'every taggable resource of a vendor carries lpo:data-class and lpo:matter: the matter’s opaque id in its stack, “shared” elsewhere',
  fix: 'tag the matter’s stack with its id and classes, and the vendor’s stage with shared',
  judge(view) {
    const labelled = view.resources.filter(
      ({ resource }) =>
        resource.tags['lpo:vendor'] !== undefined &&
        ((taggedTypes as readonly string[]).includes(resource.type) || resource.type === 'AWS::IAM::Role'),
    );
    if (labelled.length === 0) return 'not applicable';
    const matterStacks = new Set(
      view.resources
        .filter(({ stack, resource }) => mattersIn(stack.id).length > 0 || matterOf(resource) !== undefined)
        .map(({ stack }) => stack.id),
    );
    return labelled.flatMap(({ stack, resource }) => {
      const { 'lpo:matter': matter = '', 'lpo:data-class': classes = '' } = resource.tags;
      const at = { stack: stack.id, logicalId: resource.logicalId };
      const named = matterStacks.has(stack.id) ? isMatterId(matter) : matter === 'shared';
      return [
        ...(named ? [] : [{ ...at, property: 'Tags lpo:matter', got: matter || 'absent' }]),
        ...(dataClass.test(classes)
          ? []
          : [{ ...at, property: 'Tags lpo:data-class', got: classes || 'absent' }]),
      ];
    });
  },
  good: {
    'a matter': stack(whole),
    'a whole vendor': { 'meridian/Logs': { Key: tagged({ ...whole, 'lpo:matter': 'shared' }) } },
  },
  bad: {
    'no class': stack({ 'lpo:vendor': 'meridian', 'lpo:matter': 'm-7f3a9c' }),
    'no matter': stack({ 'lpo:vendor': 'meridian', 'lpo:data-class': 'PHI' }),
    'a name as matter': stack({ ...whole, 'lpo:matter': 'acme-v-jones' }),
    'shared inside a matter': stack({ ...whole, 'lpo:matter': 'shared' }),
    'a vendor’s key without a label': { 'meridian/Logs': { Key: tagged({ 'lpo:vendor': 'meridian' }) } },
  },
});
