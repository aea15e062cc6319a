import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { policiesOn } from '../../../reading/organization-policies.ts';
import { vendorsOf } from '../../../reading/vendors.ts';

const fixed = { '@@operators_allowed_for_child_policies': ['@@none'] };
const content = {
  S3_POLICY: { s3_attributes: { public_access_block_configuration: { '@@assign': 'all' } } },
  AISERVICES_OPT_OUT_POLICY: {
    services: { ...fixed, default: { ...fixed, opt_out_policy: { ...fixed, '@@assign': 'optOut' } } },
  },
};
const stack = (types: readonly (keyof typeof content)[], change: object = {}): ExampleStacks => ({
  'meridian/Network': { Vpc: vpc() },
  'organization/Guardrails': Object.fromEntries(
    types.map((Type) => [
      Type.replaceAll('_', ''),
      {
        Type: 'AWS::Organizations::Policy',
        Properties: { Type, TargetIds: ['ou-ab12-cdef3456'], Content: content[Type], ...change },
      },
    ]),
  ),
});

/** AI services otherwise keep what they see, and in other regions. */
export const check = assemblyCheck({
  control: 'LPO-NET-02',
  name: 'account-settings-declared',
  expected:
    'organization policies block public S3 access and opt out of AI services, beyond recall by child policies, for every vendor’s account',
  fix: 'attach an S3_POLICY with all and an AISERVICES_OPT_OUT_POLICY with optOut for default',
  judge(view) {
    const vendors = vendorsOf(view);
    if (vendors.length === 0) return 'not applicable';
    return vendors.flatMap(({ account, anchor, vendor }) => {
      const at = { stack: anchor.stack.id };
      const s3 = policiesOn(view, account, 'S3_POLICY').some(
        ({ resource }) =>
          resource.text('Content.s3_attributes.public_access_block_configuration.@@assign') === 'all',
      );
      const ai = policiesOn(view, account, 'AISERVICES_OPT_OUT_POLICY').some(
        ({ resource }) =>
          resource.text('Content.services.default.opt_out_policy.@@assign') === 'optOut' &&
          ['', '.default', '.default.opt_out_policy'].every(
            (level) =>
              resource.text(`Content.services${level}.@@operators_allowed_for_child_policies.0`) === '@@none',
          ),
      );
      return [
        ...(s3 ? [] : [{ ...at, property: 'S3_POLICY', got: `public access is not blocked for ${vendor}` }]),
        ...(ai ? [] : [{ ...at, property: 'AISERVICES_OPT_OUT_POLICY', got: `${vendor} is not opted out` }]),
      ];
    });
  },
  good: { both: stack(['S3_POLICY', 'AISERVICES_OPT_OUT_POLICY']) },
  bad: {
    'no opt-out': stack(['S3_POLICY']),
    'no block': stack(['AISERVICES_OPT_OUT_POLICY']),
    'not attached': stack(['S3_POLICY', 'AISERVICES_OPT_OUT_POLICY'], { TargetIds: [] }),
    'opted in': stack(['S3_POLICY', 'AISERVICES_OPT_OUT_POLICY'], {
      Content: { services: { default: { opt_out_policy: { '@@assign': 'optIn' } } } },
    }),
  },
});
