import type { AssemblyView, Placed } from '../template/assembly-view.ts';
import { matterOf } from './matter-of.ts';

/** A vendor as the templates tell it: a tag, and the account that holds its workspace. */
export interface VendorInTemplates {
  readonly vendor: string;
  /** Account of the stack that holds the VPC, the VPN or the matters. */
  readonly account: string;
  readonly region: string;
  /** A resource of the workspace, where a finding about the whole vendor is placed. */
  readonly anchor: Placed;
}

/** Types that only a workspace account holds. */
const workspaceTypes = ['AWS::EC2::VPC', 'AWS::EC2::ClientVpnEndpoint', 'AWS::S3::Bucket'];

/** Every account that holds a workspace; a workspace without a vendor tag counts as a vendor of its own. */
export function vendorsOf(view: AssemblyView): VendorInTemplates[] {
  const byAccount = new Map<string, VendorInTemplates>();
  for (const anchor of view.ofType(...workspaceTypes)) {
    const { stack, resource } = anchor;
    if (resource.type === 'AWS::S3::Bucket' && matterOf(resource) === undefined) continue;
    const account = stack.account ?? 'unknown account';
    if (!byAccount.has(account))
      byAccount.set(account, {
        vendor: resource.tags['lpo:vendor'] ?? stack.id.split('/')[0] ?? stack.id,
        account,
        region: stack.region ?? 'unknown region',
        anchor,
      });
  }
  return [...byAccount.values()];
}
