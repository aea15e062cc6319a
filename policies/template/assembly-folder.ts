import { createHash } from 'node:crypto';
import { contentFingerprint } from './content-fingerprint.ts';
import type { Entry } from './entries-of.ts';
import { type PublishedFile, publishedFiles } from './published-files.ts';
import { isObject } from './template-shape.ts';

/** An artifact of a manifest. */
export interface Artifact {
  /** Id in its manifest. */
  readonly id: string;
  /** Manifest it stands in, by its path below the assembly. */
  readonly manifest: string;
  /** Folder of that manifest, empty for the assembly itself. */
  readonly folder: string;
  /** Type, such as `aws:cloudformation:stack`; empty where it has none. */
  readonly type: string;
  /** Properties, as they were read. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** The whole artifact. */
  readonly value: Readonly<Record<string, unknown>>;
}

/** A manifest of a cloud assembly or of assets. */
export interface ManifestFile {
  /** Path below the assembly. */
  readonly path: string;
  /** Value, as it was read; undefined for what is no JSON. */
  readonly value: unknown;
}

/** Files of an assembly: what else there is beside the templates, and what is in them. Paths are below the assembly, with `/`. */
export class AssemblyFolder {
  /** Manifests of the assembly and of those nested in it. */
  readonly manifests: readonly ManifestFile[];
  /** Artifacts of all of these. */
  readonly artifacts: readonly Artifact[];
  private readonly known = new Map<string, { readonly value: unknown }>();
  private readonly hashes = new Map<string, string | undefined>();

  /** @param read bytes of a regular file; undefined for all else, and for what cannot be read */
  constructor(
    /** Everything that lies in it, ordered by path. */
    readonly entries: readonly Entry[],
    private readonly read: (path: string) => Uint8Array | undefined,
    /** Folder of a nested assembly where that alone is meant, empty for the whole. */
    readonly start = '',
  ) {
    this.manifests = this.manifestsIn(start);
    this.artifacts = this.manifests.flatMap(artifactsOf);
  }

  /** Value of a file of JSON; undefined for what is none. */
  json(path: string): unknown {
    const known = this.known.get(path);
    if (known) return known.value;
    const value = parsed(this.read(path));
    this.known.set(path, { value });
    return value;
  }

  /**
   * Hashes that the CDK may name a file or folder after: the SHA-256 of a file, or of its JSON without white space, which is how nested
   * templates are named; and the fingerprint.
   */
  hashesOf(path: string): string[] {
    const own = this.once(`sha256 ${path}`, () => {
      const bytes = this.read(path);
      return bytes && sha256(bytes);
    });
    const value = path.endsWith('.json') ? this.json(path) : undefined;
    const json = value === undefined ? undefined : sha256(JSON.stringify(value));
    const fingerprint = this.once(`fingerprint ${path}`, () => this.fingerprint(path));
    return [...new Set([own, json, fingerprint])].filter((hash) => hash !== undefined);
  }

  /** Files that an asset manifest publishes. */
  published(path: string): PublishedFile[] {
    return publishedFiles(this.json(path));
  }

  /** Path below the assembly of what a file names from its folder; undefined where that leads out. */
  place(folder: string, name: unknown): string | undefined {
    if (typeof name !== 'string' || name === '' || name.startsWith('/') || name.includes('\\'))
      return undefined;
    const parts = folder === '' ? [] : folder.split('/');
    for (const part of name.split('/')) {
      if (part === '..') {
        if (parts.pop() === undefined) return undefined;
      } else if (part !== '.' && part !== '') parts.push(part);
    }
    return parts.length === 0 ? undefined : parts.join('/');
  }

  private fingerprint(path: string): string | undefined {
    const own = this.read(path);
    if (own) return contentFingerprint([{ path: '', bytes: own }]);
    const below = this.entries.filter((entry) => entry.path.startsWith(`${path}/`));
    const files = below.map((entry) => ({
      path: entry.path.slice(path.length + 1),
      bytes: this.read(entry.path),
    }));
    const whole = files.flatMap(({ path: name, bytes }) =>
      bytes === undefined ? [] : [{ path: name, bytes }],
    );
    return below.length > 0 && whole.length === files.length ? contentFingerprint(whole) : undefined;
  }

  private once(key: string, make: () => string | undefined): string | undefined {
    if (!this.hashes.has(key)) this.hashes.set(key, make());
    return this.hashes.get(key);
  }

  /** Artifacts of the manifest in a folder alone. */
  artifactsIn(folder: string): Artifact[] {
    return artifactsOf(this.manifestIn(folder));
  }

  private manifestIn(folder: string): ManifestFile {
    const path = folder === '' ? 'manifest.json' : `${folder}/manifest.json`;
    return { path, value: this.json(path) };
  }

  private manifestsIn(folder: string): ManifestFile[] {
    const nested = this.artifactsIn(folder).flatMap(({ type, properties }) => {
      const place = type === 'cdk:cloud-assembly' ? this.place(folder, properties.directoryName) : undefined;
      return place?.startsWith(folder === '' ? '' : `${folder}/`) ? this.manifestsIn(place) : [];
    });
    return [this.manifestIn(folder), ...nested];
  }
}

function artifactsOf({ path, value }: ManifestFile): Artifact[] {
  const artifacts = isObject(value) && isObject(value.artifacts) ? value.artifacts : {};
  const folder = path.split('/').slice(0, -1).join('/');
  return Object.entries(artifacts).flatMap(([id, artifact]) =>
    isObject(artifact)
      ? [
          {
            ...{ id, manifest: path, folder, value: artifact },
            type: typeof artifact.type === 'string' ? artifact.type : '',
            properties: isObject(artifact.properties) ? artifact.properties : {},
          },
        ]
      : [],
  );
}

const sha256 = (content: Uint8Array | string): string => createHash('sha256').update(content).digest('hex');

function parsed(bytes: Uint8Array | undefined): unknown {
  const text = bytes && Buffer.from(bytes).toString('utf8');
  // An object may have a field of this name and still be read as if it had none.
  if (text === undefined || text.includes('"__proto__"')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
