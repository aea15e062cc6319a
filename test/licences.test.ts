import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const readJson = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'));

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
}

/** Permissive licences, as SPDX expressions, letter for letter. Anything else is decided by a person. */
const permissive: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
  // argparse, below xmlbuilder2: the PSF's terms, permissive.
  'Python-2.0',
  // "case", inside aws-cdk-lib: the choice is ours, and it is MIT.
  '(MIT OR GPL-3.0-or-later)',
]);

/**
 * Packages of the lock file that run with the program and whose licence is not on the list.
 *
 * @param installed licence in the installed package's own package.json; undefined when it is not installed.
 */
function licenceFaults(
  packages: Readonly<Record<string, LockedPackage>>,
  installed: (path: string) => unknown,
): string[] {
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .flatMap(([path, { license, optional }]) => {
      const own = installed(path);
      const stated = own === undefined && optional ? [license] : [license, own];
      return stated
        .filter((licence) => typeof licence !== 'string' || !permissive.has(licence))
        .map((licence) => `${path}: ${JSON.stringify(licence) ?? 'no licence'}`);
    });
}

const licenceOf = (path: string): unknown => {
  const file = join(path, 'package.json');
  return existsSync(join(root, file)) ? readJson(file).license : undefined;
};

test('everything that runs with the program has a permissive licence', () => {
  const { packages } = readJson('package-lock.json');
  const names = Object.keys(packages).filter((path) => path !== '' && !packages[path].dev);
  const { dependencies, peerDependencies } = readJson('package.json');
  for (const name of Object.keys({ ...dependencies, ...peerDependencies }))
    expect(names).toContain(`node_modules/${name}`);
  expect(licenceFaults(packages, licenceOf)).toEqual([]);
});

const locked = (entry: LockedPackage) => ({ 'node_modules/a': entry });

test.each([
  ['copyleft', { license: 'AGPL-3.0' }, 'AGPL-3.0', ['"AGPL-3.0"', '"AGPL-3.0"']],
  ['both at once', { license: '(MIT AND GPL-3.0)' }, 'MIT', ['"(MIT AND GPL-3.0)"']],
  ['another in the package itself', { license: 'MIT' }, 'GPL-2.0', ['"GPL-2.0"']],
  ['none anywhere', {}, undefined, ['no licence', 'no licence']],
  ['a package that is not installed', { license: 'MIT' }, undefined, ['no licence']],
  ['an optional one that is neither installed nor permissive', { optional: true }, undefined, ['no licence']],
])('%s is refused', (_case, entry, own, faults) => {
  expect(licenceFaults(locked(entry), () => own)).toEqual(faults.map((fault) => `node_modules/a: ${fault}`));
});

test.each([
  ['permissive', { license: 'MIT' }, 'MIT'],
  ['an optional one of another platform', { license: 'MIT', optional: true }, undefined],
  ['a tool of development', { license: 'AGPL-3.0', dev: true }, 'AGPL-3.0'],
])('%s passes', (_case, entry, own) => {
  expect(licenceFaults(locked(entry), () => own)).toEqual([]);
});

test('the project itself is under the Apache License 2.0', () => {
  expect(readJson('package.json').license).toBe('Apache-2.0');
  expect(readFileSync(join(root, 'LICENSE'), 'utf8')).toMatch(/Apache License\s+Version 2\.0, January 2004/);
});
