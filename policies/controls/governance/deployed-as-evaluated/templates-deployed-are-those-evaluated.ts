import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type PlacedDeviation } from '../../../authoring/check.ts';
import {
  exampleFolder,
  exampleHashes,
  withArtifact,
  withAssets,
  withNested,
} from '../../../authoring/fixtures/example-folder.ts';
import { addressOf, type PublishedPart, partsBefore } from '../../../reading/uploads-of.ts';
import type { Artifact, AssemblyFolder } from '../../../template/assembly-folder.ts';
import { isObject } from '../../../template/template-shape.ts';

/** True where a file that is published is this one, unchanged, under its address. */
const leadsTo = (
  folder: AssemblyFolder,
  parts: readonly PublishedPart[],
  url: string,
  place: string | undefined,
) =>
  place !== undefined &&
  parts.some(
    (part) =>
      part.place === place &&
      folder.hashesOf(place).includes(part.id) &&
      part.destinations.some(
        (destination) => addressOf(destination) === url && destination.key === `${part.id}.json`,
      ),
  );

function ofStack(folder: AssemblyFolder, artifact: Artifact): PlacedDeviation[] {
  const { manifest, id, properties } = artifact;
  const parts = partsBefore(folder, artifact);
  const template = folder.place(artifact.folder, properties.templateFile);
  const url = properties.stackTemplateAssetObjectUrl;
  const own = leadsTo(folder, parts, asText(url ?? ''), template)
    ? []
    : [
        {
          ...{ stack: manifest, property: `artifacts.${id}.properties.stackTemplateAssetObjectUrl` },
          got: asText(url ?? 'none'),
        },
      ];
  return [...own, ...(template === undefined ? [] : ofNested(folder, artifact.folder, template, parts))];
}

/** Nested stacks of a template, at any depth. The path in their metadata is what is evaluated, the URL what is deployed. */
function ofNested(
  folder: AssemblyFolder,
  at: string,
  template: string,
  parts: readonly PublishedPart[],
  seen: readonly string[] = [],
): PlacedDeviation[] {
  const value = folder.json(template);
  const resources = isObject(value) && isObject(value.Resources) ? value.Resources : {};
  return Object.entries(resources).flatMap(([logicalId, resource]) => {
    if (!isObject(resource) || resource.Type !== 'AWS::CloudFormation::Stack') return [];
    const named = isObject(resource.Metadata) ? resource.Metadata['aws:asset:path'] : undefined;
    const url = JSON.stringify(isObject(resource.Properties) ? (resource.Properties.TemplateURL ?? '') : '');
    const hash = /\b([0-9a-f]{64})\.json/.exec(url)?.[1];
    const part = parts.find(({ id }) => id === hash);
    const place = named === undefined ? part?.place : folder.place(at, named);
    const destination = part?.destinations.find(
      ({ bucket = '', key = '' }) => url.includes(bucket) && url.includes(key),
    );
    const isSame = destination !== undefined && leadsTo(folder, parts, addressOf(destination), place);
    const inner =
      place !== undefined && !seen.includes(place)
        ? ofNested(folder, at, place, parts, [...seen, template])
        : [];
    return isSame
      ? inner
      : [{ stack: template, property: `Resources.${logicalId}.Properties.TemplateURL`, got: url }, ...inner];
  });
}

/** CloudFormation takes the object that the manifest names, whatever lies beside it. */
export const check = assemblyCheck({
  control: 'LPO-GOV-07',
  name: 'templates-deployed-are-those-evaluated',
  expected: 'the object that the template beside it is published as, named after its hash',
  fix: 'synthesize again, and deploy the whole assembly as it is',
  judge({ assembly: { folder } }) {
    const stacks = folder?.artifacts.filter(({ type }) => type === 'aws:cloudformation:stack') ?? [];
    if (folder === undefined || stacks.length === 0) return 'not applicable';
    return stacks.flatMap((stack) => ofStack(folder, stack));
  },
  good: { 'as the CDK writes it': exampleFolder(), 'a nested stack': withNested() },
  bad: {
    'a template in another bucket': withArtifact(({ properties }) => {
      properties.stackTemplateAssetObjectUrl = properties.stackTemplateAssetObjectUrl.replace(
        'closedroom',
        'other',
      );
    }),
    'another object of the bucket': withArtifact(({ properties }) => {
      properties.stackTemplateAssetObjectUrl = properties.stackTemplateAssetObjectUrl.replace(
        exampleHashes.template,
        exampleHashes.code,
      );
    }),
    'no object': withArtifact(({ properties }) => {
      properties.stackTemplateAssetObjectUrl = undefined;
    }),
    'a template that is not the one that is named': exampleFolder((files) => {
      files['assembly-meridian/Alerts.template.json'].Resources.Topic.Properties.TopicName = 'other';
    }),
    'another file published under its name': withAssets(({ files }) => {
      files[exampleHashes.template].source.path = 'Other.template.json';
    }),
    'a template that nobody publishes': withAssets(({ files }) => {
      delete files[exampleHashes.template];
    }),
    'a template that is published after its stack': withArtifact((artifact) => {
      artifact.dependencies = [];
    }),
    'a file outside': withArtifact(({ properties }) => {
      properties.templateFile = '../../Alerts.template.json';
    }),
    'a nested stack from elsewhere': withNested(({ Properties }) => {
      Properties.TemplateURL = 'https://elsewhere/template.json';
    }),
    'a nested stack whose metadata names another file': withNested(({ Metadata }) => {
      Metadata['aws:asset:path'] = 'Alerts.assets.json';
    }),
    'a nested stack from another bucket': withNested(({ Properties }) => {
      Properties.TemplateURL = Properties.TemplateURL.replace('closedroom', 'other');
    }),
  },
});
