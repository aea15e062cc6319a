import { lstatSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { readBytes } from '../../lib/files/read-bytes.ts';
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

/** The assembly around a nested one; undefined where the manifest there does not name it, and then nothing else there is read. */
function filesOf(outer: string, name: string): AssemblyFolder | undefined {
  const file = join(outer, 'manifest.json');
  if (!lstatSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  const manifest = new AssemblyFolder([], (path) =>
    path === 'manifest.json' ? bytesOf(outer, file) : undefined,
  );
  const isNamed = manifest
    .artifactsIn('')
    .some(({ type, properties }) => type === 'cdk:cloud-assembly' && properties.directoryName === name);
  return isNamed ? assemblyFolder(outer, name) : undefined;
}

function assemblyFolder(directory: string, start: string): AssemblyFolder {
  const entries = entriesOf(directory);
  const files = new Set(entries.filter(({ kind }) => kind === 'file').map(({ path }) => path));
  const read = (path: string) => (files.has(path) ? bytesOf(directory, join(directory, path)) : undefined);
  return new AssemblyFolder(entries, read, start);
}

function bytesOf(within: string, file: string): Buffer | undefined {
  const bytes = readBytes(file, { family: 'ASM', maxBytes, within, links: 'refused' });
  return Buffer.isBuffer(bytes) ? bytes : undefined;
}
