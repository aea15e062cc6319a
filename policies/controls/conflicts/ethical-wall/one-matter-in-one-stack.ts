import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { role } from '../../../authoring/fixtures/role.ts';
import { tags } from '../../../authoring/fixtures/tags.ts';
import { matterOf } from '../../../reading/matter-of.ts';
import { mattersIn } from '../../../template/names.ts';

const ofMatter = (properties: object) => role({ Tags: tags({ 'lpo:matter': 'm-7f3a9c' }), ...properties });
const stack = (properties: object): ExampleStacks => ({
  'meridian/Matter-m-7f3a9c': { Role: ofMatter(properties) },
});

/** Ids are hexadecimal and never reused, so the text of a resource tells which matters it touches. */
export const check = assemblyCheck({
  control: 'LPO-COI-02',
  name: 'one-matter-in-one-stack',
  expected: 'no resource of a matter’s stack names another matter, in a policy, a name or a tag',
  fix: 'remove the other matter; what two matters share belongs to neither',
  judge(view) {
    const matters = view.stacks.flatMap((stack) => {
      const ids = view.inStack(stack).flatMap(({ resource }) => matterOf(resource) ?? []);
      const own = mattersIn(stack.id).at(-1) ?? ids[0];
      return own === undefined ? [] : [{ stack, own }];
    });
    if (matters.length === 0) return 'not applicable';
    return matters.flatMap(({ stack, own }) =>
      view.inStack(stack).flatMap(({ resource }) => {
        const others = new Set(mattersIn(resource.json).filter((one) => one !== own));
        return others.size === 0
          ? []
          : [
              {
                stack: stack.id,
                logicalId: resource.logicalId,
                property: 'Properties',
                got: `${[...others].join(', ')} in the stack of ${own}`,
              },
            ];
      }),
    );
  },
  good: { 'its own': stack({ RoleName: 'lpo-meridian-m-7f3a9c-reviewer' }) },
  bad: {
    'another matter’s bucket': stack({
      Policies: [{ Resource: 'arn:aws:s3:::lpo-meridian-m-2be41d-1-eu-west-2' }],
    }),
    'another matter’s tag': stack({ Tags: tags({ 'lpo:matter': 'm-2be41d' }) }),
  },
});
