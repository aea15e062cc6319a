import { UnusableInputError } from '../model/finding.ts';
import { type FileLimits, readBytes } from './read-bytes.ts';
import { readText } from './read-text.ts';

/** Bytes of a regular file. @throws UnusableInputError with the reason it cannot be used */
export function requireBytes(file: string, limits: FileLimits): Buffer {
  const bytes = readBytes(file, limits);
  if (Buffer.isBuffer(bytes)) return bytes;
  throw new UnusableInputError([bytes]);
}

/** Text of a regular file in UTF-8. @throws UnusableInputError with the reason it cannot be used */
export function requireText(file: string, limits: FileLimits): string {
  const text = readText(file, limits);
  if (typeof text === 'string') return text;
  throw new UnusableInputError([text]);
}
