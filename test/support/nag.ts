import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { AwsSolutions, Nist80053R5 } from '../../policies/packs/packs.ts';

interface Found {
  /** `<plugin>::<rule>`, the form an acknowledgement is recorded in. */
  readonly id: string;
  readonly path: string;
}

/** What the packs that always run find under `scope` and nobody acknowledged, as `rule at construct path`. */
export function nagFindings(scope: IConstruct): string[] {
  const acknowledged = acknowledgementsUnder(scope);
  return allFindings(scope)
    .filter((found) => !acknowledged.some((each) => matches(each, found)))
    .map(show);
}

/** Acknowledgements under `scope` that no longer match a finding, as `rule at construct path`. */
export function staleAcknowledgements(scope: IConstruct): string[] {
  const findings = allFindings(scope);
  return acknowledgementsUnder(scope)
    .filter((each) => !findings.some((found) => matches(each, found)))
    .map(show);
}

const show = ({ id, path }: Found): string => `${id.replace(/^.*?::/, '')} at ${path}`;

const matches = (acknowledged: Found, found: Found): boolean =>
  acknowledged.id === found.id && `${found.path}/`.startsWith(`${acknowledged.path}/`);

const allFindings = (scope: IConstruct): Found[] =>
  [new AwsSolutions(), new Nist80053R5()].flatMap((pack) =>
    pack.validateScope(scope).violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => ({
        id: `${pack.name}::${ruleName}`,
        path: constructPath ?? 'a construct without path',
      })),
    ),
  );

const acknowledgementsUnder = (scope: IConstruct): Found[] =>
  scope.node.findAll().flatMap((construct) =>
    construct.node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.keys(data as Record<string, string>))
      .map((id) => ({ id, path: construct.node.path })),
  );
