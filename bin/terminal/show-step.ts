/** Names the step that begins, on a terminal only; the next one replaces it, and an empty one clears the line. */
export function showStep(step: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${step}`);
}
