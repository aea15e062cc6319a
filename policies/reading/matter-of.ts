import type { ResourceView } from '../template/resource-view.ts';

/** The matter a resource belongs to; resources of the whole vendor are tagged `shared` and belong to none. */
export function matterOf(resource: ResourceView): string | undefined {
  const tag = resource.tags['lpo:matter'];
  return tag === undefined || tag === 'shared' ? undefined : tag;
}
