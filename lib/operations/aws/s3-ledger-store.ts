import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { LedgerStore } from '../ledger/ledger-store.ts';
import { type AwsAccess, clientConfig } from './aws-access.ts';
import { calling, errorName } from './aws-failure.ts';

export interface S3LedgerProps {
  readonly region: string;
  /** The evidence bucket; its Object Lock default keeps every record. */
  readonly bucket: string;
  /** Name of the ledger. */
  readonly name: string;
  readonly access: AwsAccess;
}

/** Digits of a record's place in its object name, so that names sort as the ledger does. */
const digits = 12;
/** Records asked for side by side; one after the other, a year's ledger takes minutes. */
const readAtOnce = 32;
const largest = 10 ** digits - 1;

/** A ledger in S3: `ledger/<name>/<place>.json`, one object a record, written only where none is. */
export class S3LedgerStore implements LedgerStore {
  readonly name: string;
  private readonly client: S3Client;

  constructor(private readonly props: S3LedgerProps) {
    this.name = props.name;
    this.client = new S3Client({
      ...clientConfig(props.region, props.access),
      forcePathStyle: props.access.endpointUrl !== undefined,
    });
  }

  /** Bisects for the last place: about 40 small lists, however long the ledger is. */
  async last(): Promise<string | undefined> {
    if (!(await this.existsFrom(0))) return undefined;
    let low = 0;
    let step = 1;
    while (low + step <= largest && (await this.existsFrom(low + step))) {
      low += step;
      step *= 2;
    }
    while (step > 1) {
      step = Math.floor(step / 2);
      if (await this.existsFrom(low + step)) low += step;
    }
    return this.get(low);
  }

  /** By listing first: who may list one folder only gets "denied", not "not there", for a free place. */
  async get(seq: number): Promise<string | undefined> {
    const before = seq === 0 ? this.prefix() : this.key(seq - 1);
    const { Contents } = await this.list(before, 1);
    return Contents?.[0]?.Key === this.key(seq) ? this.object(this.key(seq)) : undefined;
  }

  async put(seq: number, line: string): Promise<boolean> {
    const { bucket: Bucket } = this.props;
    const put = new PutObjectCommand({
      ...{ Bucket, Key: this.key(seq), IfNoneMatch: '*', ContentType: 'application/json' },
      // Object Lock wants a checksum.
      ChecksumAlgorithm: 'SHA256',
      Body: `${line}\n`,
    });
    return calling('s3:PutObject', this.key(seq), async () => {
      try {
        await this.client.send(put);
        return true;
      } catch (error) {
        // Another writer was at it; who won shows when the place is read.
        if (/^(PreconditionFailed|ConditionalRequestConflict)$/.test(errorName(error))) return false;
        throw error;
      }
    });
  }

  async *lines(): AsyncIterable<string> {
    let after = `${this.prefix()}`;
    for (;;) {
      const { Contents = [] } = await this.list(after, 1000);
      const keys = Contents.flatMap(({ Key }) => (Key ? [Key] : []));
      for (let from = 0; from < keys.length; from += readAtOnce)
        yield* await Promise.all(
          keys.slice(from, from + readAtOnce).map(async (key) => (await this.object(key)) ?? ''),
        );
      const last = keys.at(-1);
      if (!last) return;
      after = last;
    }
  }

  private async existsFrom(seq: number): Promise<boolean> {
    const before = seq === 0 ? this.prefix() : this.key(seq - 1);
    return ((await this.list(before, 1)).KeyCount ?? 0) > 0;
  }

  private list(StartAfter: string, MaxKeys: number) {
    const { bucket: Bucket } = this.props;
    return calling('s3:ListBucket', this.prefix(), () =>
      this.client.send(new ListObjectsV2Command({ Bucket, Prefix: this.prefix(), StartAfter, MaxKeys })),
    );
  }

  private async object(Key: string): Promise<string | undefined> {
    return calling('s3:GetObject', Key, async () => {
      try {
        const { Body } = await this.client.send(new GetObjectCommand({ Bucket: this.props.bucket, Key }));
        return ((await Body?.transformToString()) ?? '').replace(/\n$/, '');
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    });
  }

  private readonly prefix = (): string => `ledger/${this.name}/`;
  private readonly key = (seq: number): string => `${this.prefix()}${`${seq}`.padStart(digits, '0')}.json`;
}
