import { assemblyCheck } from '../../../authoring/check.ts';
import { exampleFolder, exampleHashes, link } from '../../../authoring/fixtures/example-folder.ts';
import { placeOfArtifact } from '../../../reading/artifact-place.ts';
import { publishedParts } from '../../../reading/uploads-of.ts';
import type { Artifact, AssemblyFolder } from '../../../template/assembly-folder.ts';

/** Files at the top of an assembly that nobody deploys: digests, seal, the report of the CDK's validation. */
const atTheTop = ['digests.json', 'seal.json', 'validation-report.json'];

/** Files that an artifact names, and the policy of the role that deploys it, which is evaluated with it. */
function namedBy(folder: AssemblyFolder, artifact: Artifact): (string | undefined)[] {
  const { folder: at, properties, value } = artifact;
  const own = [properties.templateFile, properties.file, value.additionalMetadataFile];
  return [
    ...own.map((name) => folder.place(at, name)),
    folder.place(at, `bootstrap/${placeOfArtifact(artifact).account}.json`),
  ];
}

/** A file that no manifest names was not evaluated, and waits for whoever changes a name. A link leads to other bytes tomorrow. */
export const check = assemblyCheck({
  control: 'LPO-GOV-07',
  name: 'every-file-is-named',
  expected: 'regular files that a manifest of the assembly names',
  fix: 'synthesize into an empty folder, and put nothing else there',
  judge({ assembly: { folder } }) {
    if (folder === undefined) return 'not applicable';
    const named = new Set<string | undefined>([
      ...atTheTop,
      ...folder.manifests.flatMap(({ path }) => [path, path.replace(/manifest\.json$/, 'cdk.out')]),
      ...folder.artifacts.flatMap((artifact) => namedBy(folder, artifact)),
      ...publishedParts(folder).map(({ place }) => place),
    ]);
    const isNamed = (path: string): boolean => {
      if (named.has(path)) return true;
      const folders = path.split('/').slice(0, -1);
      return folders.some((_, index) => named.has(folders.slice(0, index + 1).join('/')));
    };
    return folder.entries
      .filter(({ path }) => folder.start === '' || path.startsWith(`${folder.start}/`))
      .flatMap(({ path, kind }) => {
        const at = { stack: path, property: '-' };
        if (kind !== 'file') return [{ ...at, got: `a ${kind}` }];
        return isNamed(path) ? [] : [{ ...at, got: 'a file that nobody names' }];
      });
  },
  good: {
    'as the CDK writes it': exampleFolder(),
    'digests and a seal': exampleFolder((files) => {
      files['digests.json'] = {};
      files['seal.json'] = {};
    }),
    'the policy of the role that deploys': exampleFolder((files) => {
      files['assembly-meridian/bootstrap/200000000001.json'] = {};
    }),
  },
  bad: {
    'a file beside the others': exampleFolder((files) => {
      files['assembly-meridian/more.template.json'] = {};
    }),
    'a file at the top': exampleFolder((files) => {
      files['.env'] = 'x';
    }),
    'a seal below the top': exampleFolder((files) => {
      files['assembly-meridian/seal.json'] = {};
    }),
    'code that nobody publishes': exampleFolder((files) => {
      files['asset.other/index.js'] = 'x';
    }),
    'a folder whose name begins as that of an asset': exampleFolder((files) => {
      files[`asset.${exampleHashes.code}0/index.js`] = 'x';
    }),
    'a policy of another account': exampleFolder((files) => {
      files['assembly-meridian/bootstrap/999999999999.json'] = {};
    }),
    // The command line publishes the zip that it finds here, and does not look at the folder that it was made of.
    'a zip in the cache of the command line': exampleFolder((files) => {
      files[`assembly-meridian/.cache/${exampleHashes.code}.zip`] = 'x';
    }),
    'a link that a manifest names': exampleFolder((files) => {
      files['assembly-meridian/Alerts.template.json'] = link;
    }),
    'an assembly that no manifest names': exampleFolder((files) => {
      files['assembly-other/manifest.json'] = files['assembly-meridian/manifest.json'];
    }),
  },
});
