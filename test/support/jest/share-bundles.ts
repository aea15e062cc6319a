import { shareBundles } from './bundles.ts';

shareBundles();
// Meant for what this thread prints of failures, not for commands that a test runs.
delete process.env.FORCE_COLOR;

/** The CDK says a line for each asset that it stages, and has no switch for that. */
const write = process.stderr.write.bind(process.stderr);
process.stderr.write = ((chunk: string, ...rest: never[]) =>
  /^Bundling asset \S+\.\.\.\n$/.test(chunk) ? true : write(chunk, ...rest)) as typeof process.stderr.write;
