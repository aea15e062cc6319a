import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The feature flags of `cdk.json`.
 *
 * The CDK CLI hands them to the app; everything else that builds the app (our own command, tests) reads them
 * here, so that both get the same bytes.
 */
export function cdkContext(): Record<string, unknown> {
  const file = join(import.meta.dirname, '..', '..', 'cdk.json');
  return JSON.parse(readFileSync(file, 'utf8')).context;
}
