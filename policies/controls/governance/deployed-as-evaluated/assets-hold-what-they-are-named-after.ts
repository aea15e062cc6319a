import { assemblyCheck } from '../../../authoring/check.ts';
import { exampleFolder, exampleHashes } from '../../../authoring/fixtures/example-folder.ts';
import { publishedParts } from '../../../reading/uploads-of.ts';

const code = `asset.${exampleHashes.code}/index.js`;

const changed = exampleFolder((files) => {
  files[code] = 'exports.handler = () => 2;';
});

/** An object under a hash is taken for what it was when somebody looked at it. */
export const check = assemblyCheck({
  control: 'LPO-GOV-07',
  name: 'assets-hold-what-they-are-named-after',
  expected:
    'content that gives the hash: the SHA-256 of the file or of its JSON, or its fingerprint as the CDK takes it',
  fix: 'synthesize again; an asset named after its source and not its content has to be sealed: `lpo seal`, then `lpo check --sealed-by`',
  judge({ assembly: { folder, isSealed } }) {
    if (folder === undefined) return 'not applicable';
    const parts = publishedParts(folder);
    if (parts.length === 0) return 'not applicable';
    // A seal says of every byte that it is what was synthesized.
    if (isSealed) return [];
    return parts.flatMap(({ manifest, id, place }) => {
      const hashes = place === undefined ? [] : folder.hashesOf(place);
      return hashes.includes(id)
        ? []
        : [
            {
              ...{ stack: manifest, property: `files.${id}` },
              got: hashes.length === 0 ? 'nothing that can be read' : `content with ${hashes.join(' or ')}`,
            },
          ];
    });
  },
  good: { 'as the CDK writes it': exampleFolder(), 'what was sealed': { ...changed, isSealed: true } },
  bad: {
    'code with a byte changed': changed,
    'code with a second file': exampleFolder((files) => {
      files[code.replace('index', 'more')] = '';
    }),
    'code under another name': exampleFolder((files) => {
      files[code.replace('index', 'main')] = files[code];
      files[code] = undefined;
    }),
    'a template with another value': exampleFolder((files) => {
      files['assembly-meridian/Alerts.template.json'].Resources.Topic.Properties.TopicName = 'other';
    }),
    'nothing there': exampleFolder((files) => {
      files[code] = undefined;
    }),
  },
});
