import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt } from '../finding-at.ts';
import type { YamlPath } from '../yaml-file.ts';

/** Lists that are sets name each entry once. */
export function uniqueEntries({ vendors }: LoadedFiles): Finding[] {
  return vendors.flatMap(({ value, source }) => {
    const lists: [YamlPath, readonly string[]][] = [
      [['availabilityZones'], value.availabilityZones],
      ...value.matters.flatMap((matter, index): [YamlPath, readonly string[]][] => [
        [['matters', index, 'dataClasses'], matter.dataClasses],
        [['matters', index, 'origins'], matter.origins],
        [['matters', index, 'accessCountries'], matter.accessCountries],
      ]),
    ];
    return lists.flatMap(([path, list]) =>
      list.flatMap((entry, index) =>
        list.indexOf(entry) === index
          ? []
          : [
              findingAt(source, [...path, index], {
                code: 'CFG-DUPLICATE-ID',
                got: `${entry} twice in ${path.at(-1)}`,
                expected: 'each entry once',
                fix: 'remove one of the two',
              }),
            ],
      ),
    );
  });
}
