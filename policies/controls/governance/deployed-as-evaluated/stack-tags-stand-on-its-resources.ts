import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type PlacedDeviation } from '../../../authoring/check.ts';
import { exampleFolder } from '../../../authoring/fixtures/example-folder.ts';
import type { Artifact, AssemblyFolder } from '../../../template/assembly-folder.ts';
import { isObject } from '../../../template/template-shape.ts';

/** Types whose tags decide who may do what, whether they have any of their own or not. */
const principals = ['AWS::IAM::Role', 'AWS::IAM::User'];

/** Tags of a stack: the manifest gives them, or an entry of its metadata where it does not. */
function tagsOf(folder: AssemblyFolder, { folder: at, properties, value }: Artifact): [string, string][] {
  const metadata = [value.metadata, folder.json(folder.place(at, value.additionalMetadataFile) ?? '')];
  const entries = metadata
    .flatMap((one) => (isObject(one) ? Object.values(one).flat() : []))
    .flatMap((entry) => (isObject(entry) && entry.type === 'aws:cdk:stack-tags' ? [entry.data].flat() : []));
  return [
    ...Object.entries(isObject(properties.tags) ? properties.tags : {}),
    ...entries.flatMap((tag) => (isObject(tag) ? [[tag.Key ?? tag.key, tag.Value ?? tag.value]] : [])),
  ].map(([key, text]) => [asText(key), asText(text)]);
}

/** Resources of a template that would get a tag from their stack alone. */
function without(
  folder: AssemblyFolder,
  { folder: at, properties }: Artifact,
  key: string,
  text: string,
): string[] {
  const template = folder.json(folder.place(at, properties.templateFile) ?? '');
  const resources = isObject(template) && isObject(template.Resources) ? template.Resources : {};
  return Object.entries(resources).flatMap(([logicalId, resource]) => {
    if (!isObject(resource)) return [];
    const tags = isObject(resource.Properties) ? resource.Properties.Tags : undefined;
    const isAsked = tags !== undefined || principals.includes(asText(resource.Type));
    const has = [tags ?? []].flat().some((tag) => isObject(tag) && tag.Key === key && tag.Value === text);
    const isMapped = isObject(tags) && tags[key] === text;
    return isAsked && !has && !isMapped ? [logicalId] : [];
  });
}

function faultsOf(folder: AssemblyFolder, stack: Artifact): PlacedDeviation[] {
  return tagsOf(folder, stack).flatMap(([key, text]) => {
    const bare = without(folder, stack, key, text);
    return bare.length === 0
      ? []
      : [
          {
            ...{ stack: stack.manifest, property: `artifacts.${stack.id}.properties.tags` },
            got: `${key}: ${text}, which ${bare.slice(0, 3).join(', ')} would get from the stack alone`,
          },
        ];
  });
}

const tagged = (tags: object, own?: object) =>
  exampleFolder((files) => {
    files['assembly-meridian/manifest.json'].artifacts.Alerts.properties.tags = tags;
    files['assembly-meridian/Alerts.template.json'].Resources.Topic.Properties.Tags = own;
  });

/** CloudFormation puts the tags of a stack on its resources, and conditions of policies ask for tags. */
export const check = assemblyCheck({
  control: 'LPO-GOV-07',
  name: 'stack-tags-stand-on-its-resources',
  expected: 'tags that the resources of the template have themselves, where they are evaluated',
  fix: 'put the tag on the resources, with Tags.of(stack).add, or drop it',
  judge({ assembly: { folder } }) {
    const stacks = folder?.artifacts.filter(({ type }) => type === 'aws:cloudformation:stack') ?? [];
    if (folder === undefined || stacks.length === 0) return 'not applicable';
    return stacks.flatMap((stack) => faultsOf(folder, stack));
  },
  good: {
    'no tags': exampleFolder(),
    'a tag that the resource has': tagged({ team: 'x' }, [{ Key: 'team', Value: 'x' }]),
    'a tag in the other spelling': tagged({ team: 'x' }, { team: 'x' }),
  },
  bad: {
    'a tag that the resource does not have': tagged({ mfa: 'true' }, [{ Key: 'team', Value: 'x' }]),
    'another value': tagged({ team: 'y' }, [{ Key: 'team', Value: 'x' }]),
    'a role without tags': exampleFolder((files) => {
      files['assembly-meridian/manifest.json'].artifacts.Alerts.properties.tags = { mfa: 'true' };
      files['assembly-meridian/Alerts.template.json'].Resources.Topic = {
        Type: 'AWS::IAM::Role',
        Properties: {},
      };
    }),
    'tags in metadata': exampleFolder((files) => {
      files['assembly-meridian/Alerts.template.json'].Resources.Topic.Properties.Tags = [];
      files['assembly-meridian/Alerts.metadata.json']['/meridian/Alerts'] = [
        { type: 'aws:cdk:stack-tags', data: [{ Key: 'mfa', Value: 'true' }] },
      ];
    }),
    'tags in metadata of the manifest': exampleFolder((files) => {
      files['assembly-meridian/Alerts.template.json'].Resources.Topic.Properties.Tags = [];
      files['assembly-meridian/manifest.json'].artifacts.Alerts.metadata = {
        '/meridian/Alerts': [{ type: 'aws:cdk:stack-tags', data: [{ key: 'mfa', value: 'true' }] }],
      };
    }),
  },
});
