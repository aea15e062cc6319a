import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type PlacedDeviation } from '../../../authoring/check.ts';
import { exampleFolder, withArtifact } from '../../../authoring/fixtures/example-folder.ts';
import { placeOfArtifact } from '../../../reading/artifact-place.ts';
import type { Artifact, AssemblyFolder } from '../../../template/assembly-folder.ts';
import { bootstrapNames, bootstrapQualifier } from '../../../template/names.ts';
import { isObject } from '../../../template/template-shape.ts';

const roleOf = (value: unknown): string => asText(value ?? '').split(':role/')[1] ?? '';

const qualifierOf = ({ properties }: Artifact): string | undefined =>
  bootstrapQualifier(roleOf(properties.cloudFormationExecutionRoleArn));

/** Qualifiers of the roles of a bootstrap that templates name: those that guardrails and keys leave to the deployment. */
function namedIn(folder: AssemblyFolder, stacks: readonly Artifact[]): Set<string> {
  const text = stacks
    .map(({ folder: at, properties }) =>
      JSON.stringify(folder.json(folder.place(at, properties.templateFile) ?? '')),
    )
    .join('\n');
  return new Set(
    [...text.matchAll(/cdk-([a-z0-9]{1,10})-(?:cfn-exec|deploy)-role-/g)].map(([, one = '']) => one),
  );
}

function faultsOf(artifact: Artifact, qualifier: string): PlacedDeviation[] {
  const { manifest, id, properties } = artifact;
  const { account, region } = placeOfArtifact(artifact);
  const names = bootstrapNames(qualifier, account, region);
  const arn = (role: string) => `arn:\${AWS::Partition}:iam::${account}:role/${role}`;
  const lookup = isObject(properties.lookupRole) ? properties.lookupRole : undefined;
  const wanted: [string, unknown, string][] = [
    ['cloudFormationExecutionRoleArn', properties.cloudFormationExecutionRoleArn, arn(names.executionRole)],
    ['assumeRoleArn', properties.assumeRoleArn, arn(names.deployRole)],
    [
      'bootstrapStackVersionSsmParameter',
      properties.bootstrapStackVersionSsmParameter,
      names.versionParameter,
    ],
  ];
  const parameters = isObject(properties.parameters) ? properties.parameters : {};
  if (parameters.BootstrapVersion !== undefined)
    wanted.push(['parameters.BootstrapVersion', parameters.BootstrapVersion, names.versionParameter]);
  if (properties.lookupRole !== undefined)
    wanted.push(
      ['lookupRole.arn', lookup?.arn, arn(names.lookupRole)],
      [
        'lookupRole.bootstrapStackVersionSsmParameter',
        lookup?.bootstrapStackVersionSsmParameter,
        names.versionParameter,
      ],
    );
  return wanted
    .filter(([, got, expected]) => got !== expected)
    .map(([property, got, expected]) => ({
      ...{ stack: manifest, property: `artifacts.${id}.properties.${property}` },
      ...{ got: asText(got ?? 'none'), expected },
    }));
}

/** The role that CloudFormation works with decides what may be made. */
export const check = assemblyCheck({
  control: 'LPO-GOV-07',
  name: 'stacks-deploy-through-the-bootstrap',
  expected:
    'the roles of `cdk bootstrap` in the account and Region of the stack, under one qualifier, which the templates name',
  fix: 'synthesize again, with one bootstrapQualifier for the whole assembly and in its templates',
  judge({ assembly: { folder } }) {
    const stacks = folder?.artifacts.filter(({ type }) => type === 'aws:cloudformation:stack') ?? [];
    if (folder === undefined || stacks.length === 0) return 'not applicable';
    const named = namedIn(folder, stacks);
    const [first = 'none'] = named.size === 1 ? named : stacks.flatMap((stack) => qualifierOf(stack) ?? []);
    const others = [...named]
      .filter((one) => one !== first)
      .map((one) => ({
        ...{ stack: 'manifest.json', property: 'artifacts' },
        got: `templates that name roles under ${one}, and a deployment under ${first}`,
      }));
    return [...others, ...stacks.flatMap((stack) => faultsOf(stack, first))];
  },
  good: {
    'as the CDK writes it': exampleFolder(),
    'without a role for look-ups': withArtifact(({ properties }) => {
      properties.lookupRole = undefined;
    }),
    'a guardrail that names it': exampleFolder((files) => {
      files['assembly-meridian/Alerts.template.json'].Resources.Topic.Properties.Tags = [
        { Key: 'role', Value: 'cdk-closedroom-cfn-exec-role-*' },
      ];
    }),
  },
  bad: {
    'a role with other rights': withArtifact(({ properties }) => {
      properties.cloudFormationExecutionRoleArn = 'arn:aws:iam::200000000001:role/administrator';
    }),
    'no role to work with': withArtifact(({ properties }) => {
      properties.cloudFormationExecutionRoleArn = undefined;
    }),
    'the role of another account': withArtifact(({ properties }) => {
      properties.cloudFormationExecutionRoleArn = properties.cloudFormationExecutionRoleArn.replace(
        ':200000000001:',
        ':999999999999:',
      );
    }),
    'the role of another Region': withArtifact(({ properties }) => {
      properties.cloudFormationExecutionRoleArn = properties.cloudFormationExecutionRoleArn.replace(
        'eu-west-2',
        'us-east-1',
      );
    }),
    'another role that deploys': withArtifact(({ properties }) => {
      properties.assumeRoleArn = properties.assumeRoleArn.replace('deploy-role', 'other-role');
    }),
    'no role that deploys': withArtifact(({ properties }) => {
      properties.assumeRoleArn = undefined;
    }),
    'another role that looks up': withArtifact(({ properties }) => {
      properties.lookupRole.arn = properties.assumeRoleArn;
    }),
    'a role that looks up without a name': withArtifact(({ properties }) => {
      properties.lookupRole = {};
    }),
    'another parameter with the version': withArtifact(({ properties }) => {
      properties.bootstrapStackVersionSsmParameter = '/elsewhere';
    }),
    'another version for the template': withArtifact(({ properties }) => {
      properties.parameters = { BootstrapVersion: '/elsewhere' };
    }),
    'another qualifier': withArtifact((artifact) => {
      artifact.properties = JSON.parse(
        JSON.stringify(artifact.properties).replaceAll('-closedroom-', '-other-'),
      );
    }),
    'another qualifier than a guardrail names': exampleFolder((files) => {
      files['assembly-meridian/Alerts.template.json'].Resources.Topic.Properties.Tags = [
        { Key: 'role', Value: 'cdk-other-cfn-exec-role-*' },
      ];
    }),
  },
});
