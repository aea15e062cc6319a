import { type CfnResource, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, type NagPack, NIST80053R5Checks } from 'cdk-nag';
import type { IConstruct } from 'constructs';

/** A finding as `rule at construct path`. */
export type Finding = string;

interface Acknowledged {
  readonly rule: string;
  readonly construct: IConstruct;
}

const packs = (): NagPack[] => [new AwsSolutionsChecks(), new NIST80053R5Checks()];

/** What the packs that always run find under `scope` and nobody acknowledged. */
export function nagFindings(scope: IConstruct): Finding[] {
  return packs().flatMap((pack) =>
    pack
      .validateScope(scope)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
      ),
  );
}

/** Acknowledgements under `scope` that no longer match a finding, as `rule at construct path`. */
export function staleAcknowledgements(scope: IConstruct): Finding[] {
  const acknowledged = acknowledgementsUnder(scope);
  const raw = rawFindings(scope);
  return acknowledged
    .filter(({ rule, construct }) => {
      const within = construct.node.path;
      return !raw.some((found) => found.rule === rule && isAtOrBelow(found.path, within));
    })
    .map(({ rule, construct }) => `${rule} at ${construct.node.path}`);
}

const isAtOrBelow = (path: string, ancestor: string): boolean =>
  ancestor === '' || path === ancestor || path.startsWith(`${ancestor}/`);

function acknowledgementsUnder(scope: IConstruct): Acknowledged[] {
  return scope.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.keys(data as Record<string, string>))
      .map((id) => ({ rule: id.replace(/^Annotation::/i, ''), construct })),
  );
}

/** Every finding as if nothing were acknowledged: the packs ask this method, and only this one. */
function rawFindings(scope: IConstruct): { rule: string; path: string }[] {
  const found: { rule: string; path: string }[] = [];
  for (const pack of packs()) {
    Object.assign(pack, {
      isAcknowledged(resource: CfnResource, rule: string): boolean {
        found.push({ rule, path: resource.node.path });
        return true;
      },
    });
    pack.validateScope(scope);
  }
  return found;
}
