import { GetObjectCommand, NoSuchKey, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { z } from 'zod';

const opened = z.strictObject({
  incident: z.string(),
  awareAt: z.string(),
  openedBy: z.string(),
});
export type Opened = z.infer<typeof opened>;

/**
 * When the firm became aware, written once: the object is locked in compliance mode, and the bucket refuses a
 * write that does not say "only if there is none".
 */
export class ClockRecord {
  constructor(
    private readonly s3: S3Client,
    private readonly bucket: string,
  ) {}

  /** Writes, or returns what was written first. */
  async open(wanted: Opened): Promise<Opened> {
    const key = `incidents/${wanted.incident}/aware-at.json`;
    if (await this.writeOnce(key, wanted)) return wanted;
    return opened.parse(JSON.parse((await this.read(key)) ?? '{}'));
  }

  async told(incident: string, duty: string, by: string): Promise<void> {
    await this.writeOnce(toldKey(incident, duty), { by });
  }

  async isTold(incident: string, duty: string): Promise<boolean> {
    return (await this.read(toldKey(incident, duty))) !== undefined;
  }

  private async writeOnce(Key: string, content: object): Promise<boolean> {
    try {
      const Body = JSON.stringify(content);
      await this.s3.send(
        new PutObjectCommand({
          Bucket: this.bucket,
          Key,
          Body,
          IfNoneMatch: '*',
          ContentType: 'application/json',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof Error && error.name === 'PreconditionFailed') return false;
      throw error;
    }
  }

  private async read(Key: string): Promise<string | undefined> {
    try {
      const answer = await this.s3.send(new GetObjectCommand({ Bucket: this.bucket, Key }));
      return await answer.Body?.transformToString();
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  }
}

const toldKey = (incident: string, duty: string): string => `incidents/${incident}/told/${duty}.json`;
