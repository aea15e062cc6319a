import { TestEnvironment } from 'jest-environment-node';

/** Node without a line of the CDK for each asset that it stages; it has no switch for that. */
export default TestEnvironment;

const write = process.stderr.write.bind(process.stderr);
process.stderr.write = (chunk, ...rest) =>
  /^Bundling asset \S+\.\.\.\n$/.test(String(chunk)) ? true : write(chunk, ...rest);
