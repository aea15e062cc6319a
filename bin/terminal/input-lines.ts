import { tell } from './print.ts';

/** Lines of standard input without those that are empty. On a terminal `prompt` says what is expected. */
export async function inputLines(prompt: string): Promise<string[]> {
  if (process.stdin.isTTY) tell(`${prompt}\n`);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString('utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
