import type { Organizations } from '@aws-sdk/client-organizations';
import type { Step } from '../step.ts';
import { actOnAll, notApplicable, unlessAlready } from '../step-report.ts';

const name = 'attach-quarantine';

/** Freezes the whole account from above; only for a whole vendor. */
export const step: Step = {
  name,
  phase: 'first',
  order: 20,
  permissions: {
    management: ({ serviceControlPoliciesArn, vendorAccountArn }) => [
      {
        sid: 'AttachTheQuarantine',
        actions: ['organizations:AttachPolicy'],
        resources: [serviceControlPoliciesArn, vendorAccountArn],
        conditions: { StringEquals: { 'organizations:PolicyType': 'SERVICE_CONTROL_POLICY' } },
      },
      { sid: 'FindIt', actions: ['organizations:ListPolicies'], resources: ['*'] },
    ],
  },
  run: async (parts, request) => {
    if (request.scope !== 'vendor')
      return notApplicable(name, 'The quarantine freezes a whole account, never a part of it.');
    const organizations = await parts.inManagementAccount();
    const PolicyId = await policyId(organizations, parts.quarantinePolicy);
    return actOnAll(name, {
      targets: [parts.account],
      name: (account) => `${parts.quarantinePolicy} to ${account}`,
      limit: 1,
      act: (TargetId) =>
        unlessAlready(
          organizations.attachPolicy({ PolicyId, TargetId }),
          'DuplicatePolicyAttachmentException',
        ),
    });
  },
};

async function policyId(organizations: Organizations, policyName: string): Promise<string> {
  const pages = organizations.paginateListPolicies({ Filter: 'SERVICE_CONTROL_POLICY' });
  for await (const { Policies } of pages) {
    const id = Policies?.find(({ Name }) => Name === policyName)?.Id;
    if (id) return id;
  }
  throw new Error(`got no service control policy ${policyName}, expected the staged quarantine`);
}
