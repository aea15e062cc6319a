import { GetObjectCommand, ListObjectsV2Command, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import {
  type Opened,
  openedKey,
  openedSchema,
  type Settled,
  settledKey,
  settledSchema,
} from '../../model/evidence/clock-records.ts';

/**
 * Record of the clock: awareness, the duties of that day and what was done about them, each written once:
 * the bucket locks every object in compliance mode and refuses a write that does not say "only if there is
 * none".
 */
export class ClockRecord {
  constructor(
    private readonly s3: S3Client,
    private readonly bucket: string,
  ) {}

  /** Writes, or returns what was written first. */
  async open(wanted: Opened): Promise<Opened> {
    return (await this.writeOnce(openedKey(wanted.incident), wanted)) ? wanted : this.opened(wanted.incident);
  }

  /** @throws for an incident nobody opened. */
  async opened(incident: string): Promise<Opened> {
    return openedSchema.parse(await this.read(openedKey(incident)));
  }

  /** Writes, or returns what was written first. */
  async settle(wanted: Settled): Promise<Settled> {
    const key = settledKey(wanted.incident, wanted.duty);
    return (await this.writeOnce(key, wanted)) ? wanted : settledSchema.parse(await this.read(key));
  }

  isOpen = (incident: string): Promise<boolean> => this.exists(openedKey(incident));
  isSettled = (incident: string, duty: string): Promise<boolean> => this.exists(settledKey(incident, duty));

  private async writeOnce(Key: string, content: object): Promise<boolean> {
    try {
      const put = { Bucket: this.bucket, Key, IfNoneMatch: '*', ContentType: 'application/json' };
      // Object Lock wants a checksum.
      await this.s3.send(
        new PutObjectCommand({ ...put, ChecksumAlgorithm: 'SHA256', Body: JSON.stringify(content) }),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'PreconditionFailed') return false;
      throw error;
    }
  }

  private async read(Key: string): Promise<unknown> {
    const { Body } = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key }));
    return JSON.parse((await Body?.transformToString()) ?? '');
  }

  /** By listing: who may list one prefix only gets "denied", not "not there", when it reads what is not there. */
  private async exists(Prefix: string): Promise<boolean> {
    const list = new ListObjectsV2Command({ Bucket: this.bucket, Prefix, MaxKeys: 1 });
    return (await this.s3.send(list)).Contents?.[0]?.Key === Prefix;
  }
}
