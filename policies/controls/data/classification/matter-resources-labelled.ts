import { assemblyCheck, type ExampleStacks } from '../../control';
import { taggedTypes } from '../../governance/engagement-manifest/tagged-with-vendor-and-owner';

const tags = (all: Record<string, string>) => Object.entries(all).map(([Key, Value]) => ({ Key, Value }));
const key = (all: Record<string, string>) => ({ Type: 'AWS::KMS::Key', Properties: { Tags: tags(all) } });
const whole = { 'lpo:matter': 'm-7f3a9c', 'lpo:data-class': 'PRIVILEGED+PII_BASIC' };
const stack = (second: Record<string, string>): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { Tags: tags(whole) } },
    Key: key(second),
  },
});

const forms: Readonly<Record<string, RegExp>> = {
  'lpo:matter': /^m-[0-9a-f]{6,12}$/,
  'lpo:data-class': /^[A-Z][A-Z0-9_]*(\+[A-Z][A-Z0-9_]*)*$/,
};

/** A stack is a matter's as soon as one of its resources carries the matter's id, or its name does. */
export const matterResourcesLabelled = assemblyCheck({
  name: 'matter-resources-labelled',
  expected:
    'every taggable resource of a matter’s stack carries lpo:matter (an opaque id) and lpo:data-class',
  mend: 'tag the matter’s stack',
  judge(view) {
    const stacks = view.stacks.filter(
      (stack) =>
        /Matter-m-[0-9a-f]+$/.test(stack.id) ||
        view.inStack(stack).some(({ resource }) => resource.tags['lpo:matter'] !== undefined),
    );
    if (stacks.length === 0) return 'not applicable';
    return stacks.flatMap((stack) =>
      view
        .inStack(stack)
        .filter(
          ({ resource }) =>
            (taggedTypes as readonly string[]).includes(resource.type) ||
            (resource.type === 'AWS::IAM::Role' && resource.get('RoleName') !== undefined),
        )
        .flatMap(({ resource }) =>
          Object.entries(forms)
            .filter(([name, form]) => !form.test(resource.tags[name] ?? ''))
            .map(([name]) => ({
              stack: stack.id,
              logicalId: resource.logicalId,
              property: `Tags ${name}`,
              found: resource.tags[name] ?? 'absent',
            })),
        ),
    );
  },
  good: { whole: stack(whole) },
  bad: {
    'no class': stack({ 'lpo:matter': 'm-7f3a9c' }),
    'no matter': stack({ 'lpo:data-class': 'PHI' }),
    'a name as matter': stack({ ...whole, 'lpo:matter': 'acme-v-jones' }),
  },
});
