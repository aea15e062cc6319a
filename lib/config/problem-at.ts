import type { Problem } from '../model/problem.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

/** A problem with the value at `path` of a file. */
export function problemAt(
  source: YamlFile,
  path: YamlPath,
  what: Pick<Problem, 'code' | 'got' | 'expected' | 'fix'>,
): Problem {
  return { file: source.file, ...source.position(path), ...what };
}

/** `file:line`, to point at the other side of a clash. */
export const placeOf = (source: YamlFile, path: YamlPath): string =>
  `${source.file}:${source.position(path).line}`;
