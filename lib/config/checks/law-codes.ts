import { basename } from 'node:path';
import { countryOf } from '../../law/law-index.ts';
import type { Finding } from '../../model/finding.ts';
import type { LoadedFiles } from '../config.ts';
import { findingAt, placeOf } from '../finding-at.ts';
import type { YamlFile, YamlPath } from '../yaml-file.ts';

/**
 * Each code is spoken for by one file, which bears its name; its territory is its own code or its country; overlays
 * name their data classes.
 */
export function lawCodes({ law }: LoadedFiles): Finding[] {
  const found: Finding[] = [];
  const seen = new Map<string, { source: YamlFile; path: YamlPath }>();
  for (const { value, source } of law) {
    if (basename(source.file) !== `${value.code.toLowerCase()}.yaml`)
      found.push(
        findingAt(source, ['code'], {
          code: 'CFG-FILE-NAME',
          got: `code: ${value.code} in ${basename(source.file)}`,
          expected: `the file ${value.code.toLowerCase()}.yaml`,
          fix: 'rename the file, or mend the code',
        }),
      );
    if (value.territory !== value.code && value.territory !== countryOf(value.code))
      found.push(
        findingAt(source, ['territory'], {
          code: 'CFG-LAW-TERRITORY',
          got: `territory: ${value.territory} for ${value.code}`,
          expected: [...new Set([value.code, countryOf(value.code)])].join(' or '),
          fix: 'correct the territory: places of one territory exchange data without a transfer',
        }),
      );
    if ((value.kind === 'overlay') !== (value.appliesTo !== undefined))
      found.push(
        findingAt(source, ['kind'], {
          code: 'CFG-LAW-KIND',
          got: `kind: ${value.kind} ${value.appliesTo ? 'with' : 'without'} appliesTo`,
          expected: 'appliesTo for an overlay, and for nothing else',
          fix: 'add or remove appliesTo',
        }),
      );
    const codes: [YamlPath, string][] = [
      [['code'], value.code],
      ...value.covers.map((code, index): [YamlPath, string] => [['covers', index], code]),
    ];
    for (const [path, code] of codes) {
      const first = seen.get(code);
      if (!first) seen.set(code, { source, path });
      else
        found.push(
          findingAt(source, path, {
            code: 'CFG-DUPLICATE-ID',
            got: `${code}, already in ${placeOf(first.source, first.path)}`,
            expected: 'each place in one file',
            fix: 'remove it from one of the two',
          }),
        );
    }
  }
  return found;
}
