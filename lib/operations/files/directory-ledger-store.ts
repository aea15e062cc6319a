import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LedgerStore } from '../ledger/ledger-store.ts';

/**
 * A ledger in a folder, one file a record, named like the objects in S3: a copy of either reads the same.
 *
 * A file appears whole under its name or not at all, and never replaces another.
 */
export class DirectoryLedgerStore implements LedgerStore {
  constructor(
    readonly directory: string,
    readonly name: string,
  ) {}

  async last(): Promise<string | undefined> {
    const file = recordFiles(this.directory).at(-1);
    return file && readFileSync(file, 'utf8').replace(/\n$/, '');
  }

  async get(seq: number): Promise<string | undefined> {
    const file = this.file(seq);
    return existsSync(file) ? readFileSync(file, 'utf8').replace(/\n$/, '') : undefined;
  }

  async put(seq: number, line: string): Promise<boolean> {
    const file = this.file(seq);
    mkdirSync(this.directory, { recursive: true });
    const beside = `${file}.${process.pid}.tmp`;
    writeFileSync(beside, `${line}\n`, { flag: 'wx', flush: true });
    try {
      linkSync(beside, file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw error;
    } finally {
      rmSync(beside);
    }
  }

  private readonly file = (seq: number): string => join(this.directory, `${`${seq}`.padStart(12, '0')}.json`);

  async *lines(): AsyncIterable<string> {
    for (const file of recordFiles(this.directory)) yield readFileSync(file, 'utf8').replace(/\n$/, '');
  }
}

/** Files of a ledger's folder in order. */
export const recordFiles = (directory: string): string[] =>
  (existsSync(directory) ? readdirSync(directory) : [])
    .filter((name) => /^\d{12}\.json$/.test(name))
    .sort()
    .map((name) => join(directory, name));
