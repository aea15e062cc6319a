import {
  AttachPolicyCommand,
  type OrganizationsClient,
  paginateListPolicies,
} from '@aws-sdk/client-organizations';
import { actOnAll, notApplicable, unlessAlready } from '../step-report.ts';
import type { Step } from '../switch-parts.ts';

/** Freezes the whole account from above; only for a whole vendor. */
export const attachQuarantine: Step = async (parts, request) => {
  if (request.scope !== 'vendor')
    return notApplicable('attach-quarantine', 'The quarantine freezes a whole account, never a part of it.');
  const organizations = await parts.inManagementAccount();
  const PolicyId = await policyId(organizations, parts.quarantinePolicy);
  return actOnAll('attach-quarantine', {
    targets: [parts.account],
    name: (account) => `${parts.quarantinePolicy} to ${account}`,
    limit: 1,
    act: (TargetId) =>
      unlessAlready(
        organizations.send(new AttachPolicyCommand({ PolicyId, TargetId })),
        'DuplicatePolicyAttachmentException',
      ),
  });
};

async function policyId(organizations: OrganizationsClient, name: string): Promise<string> {
  const pages = paginateListPolicies({ client: organizations }, { Filter: 'SERVICE_CONTROL_POLICY' });
  for await (const { Policies } of pages) {
    const id = Policies?.find(({ Name }) => Name === name)?.Id;
    if (id) return id;
  }
  throw new Error(`got no service control policy ${name}, expected the staged quarantine`);
}
