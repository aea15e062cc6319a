import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt } from '../finding-at.ts';
import type { YamlPath } from '../yaml-file.ts';

/** Words that say what kind of company it is, not which one. */
const ordinary = new Set(
  (
    'private limited incorporated corporation company gmbh group holding holdings partners associates ' +
    'legal law services service support solutions review document documents outsourcing global international'
  ).split(' '),
);

/**
 * Ids reach ARNs, tags, role names, key aliases and object names, which leave the firm in logs and error
 * messages. A legal name must not travel with them, nor any word of it that tells which company it is.
 */
export function namesInIds({ vendors }: LoadedFiles): Finding[] {
  return vendors.flatMap(({ value, source }) => {
    const words = value.legalName.toLowerCase().split(/\s+/).map(lettersAndDigits);
    const names = [words.join(''), ...words.filter((word) => !ordinary.has(word))].filter(
      (name) => name.length > 3,
    );
    const ids: [YamlPath, string][] = [
      [['vendor'], value.vendor],
      [['owner'], value.owner],
      ...Object.entries(value.groups).map(([fn, id]): [YamlPath, string] => [['groups', fn], id]),
      ...value.matters.flatMap((matter, index) =>
        Object.entries(matter.groups).map(([fn, id]): [YamlPath, string] => [
          ['matters', index, 'groups', fn],
          id,
        ]),
      ),
    ];
    return ids
      .filter(([, id]) => names.some((name) => lettersAndDigits(id.toLowerCase()).includes(name)))
      .map(([path, id]) =>
        findingAt(source, path, {
          code: 'CFG-NAME-IN-ID',
          got: `${path.at(-1)}: ${id}, which holds a word of the legal name`,
          expected: 'an id that names nobody',
          fix: 'choose a code word or a random id',
        }),
      );
  });
}

const lettersAndDigits = (text: string): string => text.normalize('NFKD').replace(/[^a-z0-9]/g, '');
