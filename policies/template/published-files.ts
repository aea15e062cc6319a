import { isObject } from './template-shape.ts';

/** A file that an asset manifest publishes, as the manifest says. */
export interface PublishedFile {
  /** Key of the file in the manifest: its hash. */
  readonly id: string;
  /** Path from the folder of the manifest; undefined where it names none. */
  readonly path?: string;
  /** `file`, or `zip` for a folder; undefined where it says neither. */
  readonly packaging?: 'file' | 'zip';
  /** Places that it is published to. */
  readonly destinations: readonly Destination[];
}

/** A place that a file is published to. */
export interface Destination {
  /** Its name in the manifest. */
  readonly id: string;
  /** Name of the bucket; undefined where it names none. */
  readonly bucket?: string;
  /** Key of the object; undefined where it names none. */
  readonly key?: string;
  /** Region of the bucket; undefined where it names none. */
  readonly region?: string;
  /** ARN of the role that uploads, which may hold a placeholder for the partition. */
  readonly role?: string;
}

/** Files that the value of an asset manifest publishes; what it says in another shape, it does not publish. */
export const publishedFiles = (manifest: unknown): PublishedFile[] =>
  Object.entries(recordIn(manifest, 'files')).map(([id, file]) => {
    const path = textIn(recordIn(file, 'source'), 'path');
    const packaging = textIn(recordIn(file, 'source'), 'packaging');
    return {
      id,
      ...(path !== undefined && { path }),
      ...((packaging === 'file' || packaging === 'zip') && { packaging }),
      destinations: Object.entries(recordIn(file, 'destinations')).map(([name, destination]) => {
        const [bucket, key] = [textIn(destination, 'bucketName'), textIn(destination, 'objectKey')];
        const [region, role] = [textIn(destination, 'region'), textIn(destination, 'assumeRoleArn')];
        return {
          id: name,
          ...(bucket !== undefined && { bucket }),
          ...(key !== undefined && { key }),
          ...(region !== undefined && { region }),
          ...(role !== undefined && { role }),
        };
      }),
    };
  });

const recordIn = (value: unknown, name: string): Readonly<Record<string, unknown>> => {
  const found = isObject(value) ? value[name] : undefined;
  return isObject(found) ? found : {};
};

const textIn = (value: unknown, name: string): string | undefined => {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === 'string' ? found : undefined;
};
