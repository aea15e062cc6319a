import { keep } from '../../../lib/model/keep.ts';
import { covers } from '../../template/glob.ts';
import { serviceFacts } from '../aws/service-facts.ts';
import type { Resource, World } from '../world/world.ts';

interface Named {
  readonly resource: Resource;
  readonly patterns: readonly string[];
}

interface Index {
  /** By service, the longest ARN first: a folder's before its bucket's. */
  readonly byService: ReadonlyMap<string, readonly Named[]>;
  readonly found: Map<string, Resource | null>;
}

const indexes = new WeakMap<World, Index>();

/** The resource of the templates that requests on an ARN name; undefined where none is. */
export function resourceAt(world: World, on: string): Resource | undefined {
  const { byService, found } = keep(indexes, world, () => ({
    byService: byServiceOf(world.resources),
    found: new Map(),
  }));
  const isNamed = ({ patterns }: Named): boolean => patterns.some((pattern) => covers(pattern, on));
  const named = (): Named | undefined => byService.get(serviceOf(on))?.find(isNamed);
  return keep(found, on, () => named()?.resource ?? null) ?? undefined;
}

function byServiceOf(resources: readonly Resource[]): Index['byService'] {
  const services = new Map<string, Named[]>();
  for (const resource of [...resources].sort((a, b) => b.arn.length - a.arn.length)) {
    const patterns = serviceFacts[resource.type]?.requestArns(resource.arn) ?? [resource.arn];
    for (const service of new Set(patterns.map(serviceOf)))
      keep(services, service, () => []).push({
        resource,
        patterns: patterns.filter((one) => serviceOf(one) === service),
      });
  }
  return services;
}

const serviceOf = (arn: string): string => arn.split(':', 3)[2] ?? '';
