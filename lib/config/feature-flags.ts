import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The feature flags of the CDK under which our constructs are written and tested, as an app's context. Among
 * them is `@aws-cdk/core:enablePartitionLiterals`, without which names in policies are tokens.
 *
 * They are those of our own `cdk.json`, in a checkout and in the package; an app's own `cdk.json` is for the
 * CDK CLI, which tests and `lpo` do without.
 *
 * @example new App({ context: featureFlags() })
 */
export function featureFlags(): Record<string, unknown> {
  const file = join(import.meta.dirname, '..', '..', 'cdk.json');
  return JSON.parse(readFileSync(file, 'utf8')).context;
}
