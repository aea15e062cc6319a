import { Aspects, CfnResource, type IAspect, TagManager, Tags } from 'aws-cdk-lib';
import { CfnClientVpnEndpoint } from 'aws-cdk-lib/aws-ec2';
import type { IConstruct } from 'constructs';
import { by } from '../../model/order.ts';

/** Tag keys to values, for example `lpo:vendor` to `meridian`. Ids only: tags are no place for names. */
export type WorkspaceTags = Readonly<Record<string, string>>;

/**
 * Tags everything below `scope`, in the one place where tags are set.
 *
 * The CDK's own tagging skips resources that spell tags in another way and those it makes without a class;
 * an aspect reaches them.
 */
export function tagWorkspace(scope: IConstruct, tags: WorkspaceTags): void {
  for (const [key, value] of Object.entries(tags)) Tags.of(scope).add(key, value);
  Aspects.of(scope).add(new TagsTheCdkMisses(tags));
}

/** Types of `CfnResource` without a class of their own that take `Tags`: CDK's custom-resource providers. */
const taggedRaw: ReadonlySet<string> = new Set(['AWS::IAM::Role', 'AWS::Lambda::Function']);

/** Tags that are on each construct already: an outer scope speaks first, and an inner one overrides it. */
const tagged = new WeakMap<IConstruct, WorkspaceTags>();

class TagsTheCdkMisses implements IAspect {
  constructor(private readonly tags: WorkspaceTags) {}

  visit(node: IConstruct): void {
    if (node instanceof CfnClientVpnEndpoint)
      node.tagSpecifications = [{ resourceType: 'client-vpn-endpoint', tags: this.on(node) }];
    else if (
      CfnResource.isCfnResource(node) &&
      taggedRaw.has(node.cfnResourceType) &&
      !TagManager.isTaggable(node)
    )
      node.addPropertyOverride(
        'Tags',
        this.on(node).map(({ key, value }) => ({ Key: key, Value: value })),
      );
  }

  private on(node: IConstruct): { key: string; value: string }[] {
    const all = { ...tagged.get(node), ...this.tags };
    tagged.set(node, all);
    return Object.entries(all)
      .map(([key, value]) => ({ key, value }))
      .sort(by(({ key }) => key));
  }
}
