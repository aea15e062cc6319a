import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, inputFinding } from '../model/finding.ts';

/**
 * The YAML files of a folder, by name. Hidden files are none of our business; anything else that is not
 * YAML is a problem, because a file that is silently ignored is a vendor or a law that is silently missing.
 */
export function listFolder(folder: string, holds: string, problems: Finding[]): string[] {
  const report = (file: string, code: string, got: string, expected: string, fix: string): void => {
    problems.push(inputFinding({ code, where: { file }, got, expected, fix }));
  };
  let names: string[];
  try {
    names = readdirSync(folder)
      .filter((name) => !name.startsWith('.'))
      .sort();
  } catch {
    report(
      folder,
      'CFG-NOT-FOUND',
      'no such folder',
      `a folder with one YAML file for each ${holds}`,
      'create it, or name the right configuration folder',
    );
    return [];
  }
  if (names.length === 0)
    report(
      folder,
      `CFG-NO-${holds.toUpperCase()}`,
      'an empty folder',
      `at least one file <${holds}>.yaml`,
      'write one',
    );
  for (const name of names.filter((name) => !name.endsWith('.yaml')))
    report(
      join(folder, name),
      'CFG-FILE-NAME',
      name,
      `files named <${holds}>.yaml only`,
      'rename or remove it',
    );
  return names.filter((name) => name.endsWith('.yaml')).map((name) => join(folder, name));
}
