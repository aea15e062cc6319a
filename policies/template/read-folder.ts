import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AssemblyFolder } from './assembly-folder.ts';
import { entriesOf } from './entries-of.ts';

/** Largest unzipped package of a function. Source: Lambda Developer Guide, "Lambda quotas". */
const maxBytes = 262_144_000;

/** The files of an assembly on disk; each is read when somebody asks for it. Of a nested one, those of the assembly around it. */
export function readFolder(directory: string): AssemblyFolder {
  const here = resolve(directory);
  const around = filesOf(dirname(here), basename(here));
  return around ?? assemblyFolder(here, '');
}

/** The assembly in a folder as one that holds this one; undefined where its manifest does not name it. */
function filesOf(outer: string, name: string): AssemblyFolder | undefined {
  if (!existsSync(join(outer, 'manifest.json'))) return undefined;
  const whole = assemblyFolder(outer, name);
  const isNamed = whole
    .artifactsIn('')
    .some(({ type, properties }) => type === 'cdk:cloud-assembly' && properties.directoryName === name);
  return isNamed ? whole : undefined;
}

function assemblyFolder(directory: string, start: string): AssemblyFolder {
  const entries = entriesOf(directory);
  const files = new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path));
  const read = (path: string) => {
    const file = join(directory, path);
    return files.has(path) && lstatSync(file).size <= maxBytes ? readFileSync(file) : undefined;
  };
  return new AssemblyFolder(entries, read, start);
}
