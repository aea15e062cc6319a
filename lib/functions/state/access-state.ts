import type { S3 } from '@aws-sdk/client-s3';
import { z } from 'zod';
import { type SuspensionSubject, sessionKey, suspensionPrefix } from '../../model/state-keys.ts';

const sessionSchema = z.object({ person: z.string(), matters: z.array(z.string()) });
export type Session = z.infer<typeof sessionSchema>;

/**
 * Suspensions and owners of sessions: small objects in the vendor's state bucket.
 *
 * S3 is strongly consistent: a suspension written before a question is seen by it. "Not there" is believed
 * only when S3 says so; every other answer is an error for the caller to fail closed on.
 */
export class AccessState {
  constructor(
    private readonly s3: S3,
    private readonly bucket: string,
  ) {}

  async isSuspended(subject: SuspensionSubject): Promise<boolean> {
    const Prefix = suspensionPrefix(subject);
    const answer = await this.s3.listObjectsV2({ Bucket: this.bucket, Prefix, MaxKeys: 1 });
    if (answer.KeyCount === undefined) throw new Error(`got no count of ${Prefix}, expected a number`);
    return answer.KeyCount > 0;
  }

  /** Which of these matters are suspended. */
  async suspendedMatters(matters: readonly string[]): Promise<ReadonlySet<string>> {
    const answers = await Promise.all(
      matters.map(async (id) => ((await this.isSuspended({ kind: 'matter', id })) ? [id] : [])),
    );
    return new Set(answers.flat());
  }

  async recordSession(connectionId: string, session: Session): Promise<void> {
    await this.s3.putObject({
      Bucket: this.bucket,
      Key: sessionKey(connectionId),
      Body: JSON.stringify(session),
      ContentType: 'application/json',
    });
  }

  /** Undefined for a session the connect handler never admitted. */
  async session(connectionId: string): Promise<Session | undefined> {
    const text = await this.read(sessionKey(connectionId));
    return text === undefined ? undefined : sessionSchema.parse(JSON.parse(text));
  }

  private async read(key: string): Promise<string | undefined> {
    try {
      const answer = await this.s3.getObject({ Bucket: this.bucket, Key: key });
      return (await answer.Body?.transformToString()) ?? '';
    } catch (error) {
      if (error instanceof Error && error.name === 'NoSuchKey') return undefined;
      throw error;
    }
  }
}
