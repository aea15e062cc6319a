import { type Finding, inputFinding } from '../model/finding.ts';
import type { YamlFile, YamlPath } from './yaml-file.ts';

/** A finding about the value at `path` of a file. */
export const findingAt = (
  source: YamlFile,
  path: YamlPath,
  what: Pick<Finding, 'code' | 'got' | 'expected' | 'fix'>,
): Finding => inputFinding({ where: source.place(path), ...what });

/** `file:line`, to point at the other side of a clash. */
export const placeOf = (source: YamlFile, path: YamlPath): string =>
  `${source.file}:${source.position(path).line}`;
