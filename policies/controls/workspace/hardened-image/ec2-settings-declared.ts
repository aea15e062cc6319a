import { assemblyCheck, type ExampleStacks } from '../../../authoring/check.ts';
import { vpc } from '../../../authoring/fixtures/vpc.ts';
import { policiesOn } from '../../../reading/organization-policies.ts';
import { vendorsOf } from '../../../reading/vendors.ts';
import { isObject } from '../../../template/template-shape.ts';

const assign = (value: string) => ({ '@@assign': value });
const wanted: Readonly<Record<string, string>> = {
  'image_block_public_access.state': 'block_new_sharing',
  'instance_metadata_defaults.http_put_response_hop_limit': '1',
  'instance_metadata_defaults.http_tokens': 'required',
  'serial_console_access.status': 'disabled',
  'snapshot_block_public_access.state': 'block_all_sharing',
};
const whole = {
  image_block_public_access: { state: assign('block_new_sharing') },
  instance_metadata_defaults: { http_tokens: assign('required'), http_put_response_hop_limit: assign('1') },
  serial_console_access: { status: assign('disabled') },
  snapshot_block_public_access: { state: assign('block_all_sharing') },
};
const stack = (attributes: object, target = 'ou-ab12-cdef3456'): ExampleStacks => ({
  'meridian/Network': { Vpc: vpc() },
  'organization/Guardrails': {
    Policy: {
      Type: 'AWS::Organizations::Policy',
      Properties: {
        Type: 'DECLARATIVE_POLICY_EC2',
        TargetIds: [target],
        Content: { ec2_attributes: attributes },
      },
    },
  },
});

export const check = assemblyCheck({
  control: 'LPO-WKS-02',
  name: 'ec2-settings-declared',
  expected:
    'a declarative policy requires IMDSv2 and forbids public images, public snapshots and the serial console',
  fix: 'attach DECLARATIVE_POLICY_EC2 to the vendors’ organizational unit',
  judge(view) {
    const vendors = vendorsOf(view);
    if (vendors.length === 0) return 'not applicable';
    return vendors.flatMap(({ account, anchor, vendor }) => {
      const policies = policiesOn(view, account, 'DECLARATIVE_POLICY_EC2');
      const missing = Object.entries(wanted).filter(
        ([path, value]) =>
          !policies.some(
            ({ resource }) => assigned(resource.get(`Content.ec2_attributes.${path}`)) === value,
          ),
      );
      return missing.map(([path, value]) => ({
        stack: anchor.stack.id,
        property: `DECLARATIVE_POLICY_EC2 ${path}`,
        got: `not ${value} for ${vendor}`,
      }));
    });
  },
  good: { whole: stack(whole) },
  bad: {
    'no policy': stack({}),
    'on another account': stack(whole, '999999999999'),
    IMDSv1: stack({ ...whole, instance_metadata_defaults: { http_tokens: assign('optional') } }),
  },
});

const assigned = (value: unknown): unknown => (isObject(value) ? value['@@assign'] : undefined);
