import { reportError } from './report-error.ts';

/** Listens to what becomes of the output: a result that nobody got is no result. */
export function handleOutputErrors(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads may stop early, as `head` does; the verdict stays what it is.
    if (error.code === 'EPIPE') return;
    process.exit(reportError(error, false));
  });
  // Nobody can be told, and the exit code still says how it ended.
  process.stderr.on('error', () => undefined);
}
