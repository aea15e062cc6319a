import { assemblyCheck } from '../../../authoring/check.ts';

const bucket = { Bucket: { Type: 'AWS::S3::Bucket' } };
const stack = (terminationProtection: boolean) => ({
  'meridian/LogArchive': { terminationProtection, template: { Resources: bucket } },
});

/** A bare template file says nothing about it, so there is nothing to look at. */
export const check = assemblyCheck({
  control: 'LPO-DAT-07',
  name: 'stacks-termination-protected',
  expected: 'every stack is deployed with termination protection',
  fix: 'set terminationProtection to true on the stack',
  judge(view) {
    const known = view.stacks.filter(({ terminationProtection }) => terminationProtection !== undefined);
    if (known.length === 0) return 'not applicable';
    return known
      .filter(({ terminationProtection }) => !terminationProtection)
      .map(({ id }) => ({ stack: id, property: 'terminationProtection', got: 'false' }));
  },
  good: { protected: stack(true) },
  bad: { unprotected: stack(false) },
});
