import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { loadConfig } from '../../../lib/config/load-config.ts';
import { type Finding, formatFinding, UnusableInputError } from '../../../lib/model/finding.ts';

/** A copy of the shipped configuration and law in a temporary folder, to be spoiled at will. */
export class ConfigFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'closed-room-'));

  /** Copy of the shipped law: `jurisdictions/`, `regions.yaml`, `deny-lists.yaml`. */
  readonly law = join(this.path, '.law');

  /** @param law jurisdictions to copy, by file name without extension. Reading all takes most of the time. */
  constructor(law?: readonly string[]) {
    cpSync(join(import.meta.dirname, '../../../config'), this.path, { recursive: true });
    cpSync(join(import.meta.dirname, '../../../lib/law'), this.law, {
      recursive: true,
      filter: (file) =>
        !law || basename(dirname(file)) !== 'jurisdictions' || law.includes(basename(file, '.yaml')),
    });
  }

  file(name: string): string {
    return join(this.path, name);
  }

  read(name: string): string {
    return readFileSync(this.file(name), 'utf8');
  }

  /** Replaces text that must be there, once; a test that edits nothing proves nothing. */
  replace(name: string, from: string | RegExp, to: string): this {
    const text = this.read(name);
    const edited = text.replace(from, to);
    if (edited === text) throw new Error(`nothing to replace in ${name}: ${from}`);
    return this.write(name, edited);
  }

  write(name: string, content: string | Uint8Array): this {
    writeFileSync(this.file(name), content);
    return this;
  }

  /** Writes a file that was not there, with its folder. */
  add(name: string, content: string): this {
    mkdirSync(dirname(this.file(name)), { recursive: true });
    return this.write(name, content);
  }

  drop(name: string): this {
    rmSync(this.file(name), { recursive: true });
    return this;
  }

  /** Puts a symbolic link where a file was. */
  link(name: string, target: string): this {
    this.drop(name);
    symlinkSync(target, this.file(name));
    return this;
  }

  /** Puts a folder where a file was. */
  folder(name: string): this {
    this.drop(name);
    mkdirSync(this.file(name));
    return this;
  }

  /** The problems of this folder; none when it loads. */
  problems(): readonly Finding[] {
    try {
      loadConfig(this.path, { law: this.law });
      return [];
    } catch (error) {
      if (error instanceof UnusableInputError) return error.findings;
      throw error;
    }
  }

  /** The problems as a person reads them, with the folder shown as `config`. */
  messages(): string {
    return this.problems()
      .map(formatFinding)
      .join('\n')
      .replaceAll(this.law, 'law')
      .replaceAll(this.path, 'config');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
