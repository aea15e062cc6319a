import { createHash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readBytes } from '../../lib/files/read-bytes.ts';
import type { Asset } from './assembly.ts';
import { readAssetManifest } from './read-asset-manifest.ts';
import { readDocument } from './read-template.ts';
import { Reading } from './reading.ts';

/** Far above a roster of thousands of people. */
const maxJsonBytes = 20_000_000;

/** Largest unzipped package of a function. Source: Lambda Developer Guide, "Lambda quotas". */
const maxAssetBytes = 262_144_000;

/** Name of a staged asset, here or in the folder above a nested assembly. */
const staged = /^(\.\.\/)?asset\.[0-9a-f]{64}(\.[a-z]+)?$/;

/**
 * Assets that the manifests of an assembly publish, by the key that templates name them by.
 *
 * @param directory folder of an assembly, those nested in it included, or of one of these.
 */
export function readAssets(directory: string): ReadonlyMap<string, Asset> {
  const nested = namesIn(directory).filter((name) => name.startsWith('assembly-'));
  const known = new Map<string, Asset>();
  const reading = new Reading(directory);
  return new Map(
    [directory, ...nested.map((name) => join(directory, name))].flatMap((folder) =>
      namesIn(folder)
        .filter((name) => name.endsWith('.assets.json'))
        .flatMap((name) => assetsOf(folder, name, known, reading)),
    ),
  );
}

/** Assets of one manifest; what it says of a place elsewhere, it does not publish. */
function assetsOf(
  folder: string,
  manifest: string,
  known: Map<string, Asset>,
  reading: Reading,
): (readonly [string, Asset])[] {
  return readAssetManifest(join(folder, manifest), reading).files.flatMap(({ path = '', destinations }) => {
    if (!staged.test(path)) return [];
    const isAbove = path.startsWith('../');
    if (isAbove && !basename(folder).startsWith('assembly-')) return [];
    const place = join(isAbove ? dirname(folder) : folder, basename(path));
    const asset = known.get(place) ?? assetAt(place, reading);
    known.set(place, asset);
    return destinations.flatMap(({ key }) => (key === undefined ? [] : [[key, asset] as const]));
  });
}

/** The asset at a path, which is read once, when somebody asks. */
function assetAt(path: string, reading: Reading): Asset {
  const read = new Map<string, Buffer | undefined>();
  let value: { readonly of: unknown } | undefined;
  const bytes = (name: string): Buffer | undefined => {
    if (!read.has(name)) read.set(name, bytesOf(join(path, name), reading));
    return read.get(name);
  };
  return {
    sha256: () => {
      const own = bytes('');
      return own && createHash('sha256').update(own).digest('hex');
    },
    file: (name) => (/^[\w.-]+$/.test(name) ? bytes(name) : undefined),
    json: () => {
      value ??= { of: path.endsWith('.json') ? jsonIn(path, reading) : undefined };
      return value.of;
    },
  };
}

function bytesOf(path: string, reading: Reading): Buffer | undefined {
  const bytes = readBytes(path, reading.limits(maxAssetBytes));
  return Buffer.isBuffer(bytes) ? bytes : undefined;
}

function jsonIn(path: string, reading: Reading): unknown {
  const read = readDocument(path, reading.limits(maxJsonBytes));
  return 'problems' in read ? undefined : read.value;
}

const namesIn = (folder: string): string[] =>
  lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
