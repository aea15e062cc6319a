import { type Finding, inputFinding } from '../model/finding.ts';
import { type FileLimits, readBytes } from './read-bytes.ts';

const byteOrderMark = '\uFEFF';

/**
 * Text of a regular file in UTF-8 without a byte order mark, or the reason it cannot be used: others read such a file
 * in other ways, or not at all.
 */
export function readText(file: string, limits: FileLimits): string | Finding {
  const bytes = readBytes(file, limits);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const problem = (got: string, expected: string, fix: string): Finding =>
    inputFinding({ code: `${limits.family}-ENCODING`, where: { file }, got, expected, fix });
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return problem('bytes that are not UTF-8', 'UTF-8 text', 'save the file as UTF-8');
  }
  return text.startsWith(byteOrderMark)
    ? problem('a byte order mark', 'UTF-8 without one', 'save the file as UTF-8 without BOM')
    : text;
}
