import { asText } from '../../../../lib/model/as-text.ts';
import { assemblyCheck, type PlacedDeviation } from '../../../authoring/check.ts';
import { exampleFolder, withArtifact, withAssets } from '../../../authoring/fixtures/example-folder.ts';
import { misfits, type ShapedFile } from '../../../reading/assembly-shapes.ts';
import type { AssemblyFolder } from '../../../template/assembly-folder.ts';

/** Files of JSON that the CDK wrote, with what they are; what they name and where is for others to look at. */
function shapedFiles(folder: AssemblyFolder): (readonly [string, ShapedFile])[] {
  const named = folder.artifacts.flatMap(({ folder: at, type, properties, value }) => [
    [folder.place(at, value.additionalMetadataFile), 'metadata'] as const,
    [type === 'cdk:asset-manifest' ? folder.place(at, properties.file) : undefined, 'assets'] as const,
  ]);
  return [
    ...folder.manifests.flatMap(({ path }) => [
      [path, 'manifest'] as const,
      [path.replace(/manifest\.json$/, 'cdk.out'), 'version'] as const,
    ]),
    ...named.flatMap(([path, kind]) => (path === undefined ? [] : [[path, kind] as const])),
  ];
}

/** Names of artifacts that a manifest does not have. */
const dangling = (folder: AssemblyFolder): PlacedDeviation[] =>
  folder.artifacts.flatMap(({ id, manifest, folder: at, value, properties }) => {
    const known = new Set(folder.artifactsIn(at).map((artifact) => artifact.id));
    return [value.dependencies ?? [], properties.additionalDependencies ?? []]
      .flat()
      .map((name) => asText(name))
      .filter((name) => !known.has(name))
      .map((got) => ({
        ...{ stack: manifest, property: `artifacts.${id}.dependencies`, got },
        expected: 'an artifact of this manifest',
      }));
  });

/** A command, an image, a session tag or a second role decides what is deployed, and no template tells. */
export const check = assemblyCheck({
  control: 'LPO-GOV-07',
  name: 'manifests-say-only-what-is-understood',
  expected: 'only fields and kinds of artifacts that are evaluated, or that change nothing',
  fix: 'synthesize again; for a new field of the CDK, add it to policies/reading/assembly-shapes.ts and a check of what it does',
  judge({ assembly: { folder } }) {
    if (folder === undefined) return 'not applicable';
    const faults = shapedFiles(folder).flatMap(([path, kind]) =>
      misfits(kind, folder.json(path)).map(({ at, got, expected }) => ({
        ...{ stack: path, property: at === '' ? '-' : at, expected },
        got:
          got === undefined
            ? 'nothing that can be read'
            : (JSON.stringify(got)?.slice(0, 300) ?? asText(got)),
      })),
    );
    return [...faults, ...dangling(folder)];
  },
  good: {
    'what the CDK writes': exampleFolder(),
    'a report of feature flags': exampleFolder((files) => {
      files['manifest.json'].artifacts.flags = {
        type: 'cdk:feature-flag-report',
        properties: { module: 'aws-cdk-lib', flags: {} },
      };
    }),
  },
  bad: {
    'a command that makes an asset': withAssets(({ files }) => {
      for (const file of Object.values<{ source: object }>(files))
        file.source = { executable: ['sh', '-c', 'true'] };
    }),
    'a command beside a path': withAssets(({ files }) => {
      for (const file of Object.values<{ source: Record<string, unknown> }>(files))
        file.source.executable = ['sh', '-c', 'true'];
    }),
    'an image': withAssets((manifest) => {
      manifest.dockerImages = { image: { source: { directory: '.' }, destinations: {} } };
    }),
    'session tags for the role that deploys': withArtifact(({ properties }) => {
      properties.assumeRoleAdditionalOptions = { Tags: [{ Key: 'a', Value: 'b' }] };
    }),
    'an external id': withArtifact(({ properties }) => {
      properties.assumeRoleExternalId = 'x';
    }),
    'a kind of artifact that is not known': exampleFolder((files) => {
      files['manifest.json'].artifacts.other = { type: 'aws:other', properties: {} };
    }),
    'an artifact of no kind': exampleFolder((files) => {
      files['manifest.json'].artifacts.other = {};
    }),
    'something that is looked up at deployment': exampleFolder((files) => {
      files['manifest.json'].missing = [{ key: 'k', provider: 'ami', props: {} }];
    }),
    'a field of an artifact': withArtifact((artifact) => {
      artifact.hook = 'x';
    }),
    'a field of a manifest': exampleFolder((files) => {
      files['assembly-meridian/manifest.json'].plugin = 'x';
    }),
    'a field of a place to publish to': withAssets(({ files }) => {
      for (const { destinations } of Object.values<{ destinations: object }>(files))
        for (const one of Object.values<Record<string, unknown>>(destinations as Record<string, never>))
          one.assumeRoleExternalId = 'x';
    }),
    'an asset in metadata, which the command line publishes': exampleFolder((files) => {
      files['assembly-meridian/Alerts.metadata.json']['/meridian/Alerts'] = [
        { type: 'aws:cdk:asset', data: { path: 'x' } },
      ];
    }),
    'a file with a name of a prototype': exampleFolder((files) => {
      files['manifest.json'] = JSON.stringify(files['manifest.json']).replace(
        '"artifacts":{',
        '"artifacts":{"__proto__":{"type":"aws:other"},',
      );
    }),
    'a stack after one that is not there': withArtifact(({ dependencies }) => {
      dependencies.push('Elsewhere');
    }),
    'a manifest that is no JSON': exampleFolder((files) => {
      files['assembly-meridian/Alerts.assets.json'] = '{';
    }),
    'a manifest that is not there': exampleFolder((files) => {
      files['assembly-meridian/Alerts.assets.json'] = undefined;
    }),
  },
});
