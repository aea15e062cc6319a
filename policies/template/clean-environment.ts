/**
 * Variables that the CDK's library reads: where an assembly goes (CDK_OUTDIR), its context (CDK_CONTEXT_JSON and
 * CONTEXT_OVERFLOW_LOCATION_ENV), what is validated (CDK_VALIDATION), files it writes beside (CDK_PERF_COUNTERS_FILE,
 * CDK_ERROR_FILE), what it runs (CDK_DOCKER), and what its jsii half does with deprecated names.
 */
const ofTheCdk = /^(CDK_|CONTEXT_OVERFLOW_|JSII_)/;

/**
 * Result of work with the CDK that no variable of the environment changes: those of the CDK are taken away until it is
 * done. The same assembly gives the same verdict in every shell.
 */
export function withoutCdkEnvironment<T>(work: () => T): T {
  const hidden = Object.entries(process.env).filter(([name]) => ofTheCdk.test(name));
  for (const [name] of hidden) delete process.env[name];
  try {
    return work();
  } finally {
    for (const [name, value] of hidden) process.env[name] = value;
  }
}
