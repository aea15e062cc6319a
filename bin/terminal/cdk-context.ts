import { readFileSync } from 'node:fs';
import { unusableOption } from '../../lib/model/unusable-option.ts';

/**
 * Context that the CDK's command line hands to an app: JSON in the environment, and in a file where it is long.
 *
 * @throws UnusableInputError unless both are objects in JSON
 */
export const cdkContext = (env: NodeJS.ProcessEnv): Readonly<Record<string, string | undefined>> => ({
  ...read('the file of CONTEXT_OVERFLOW_LOCATION_ENV', () => {
    const file = env.CONTEXT_OVERFLOW_LOCATION_ENV;
    return file ? readFileSync(file, 'utf8') : '{}';
  }),
  ...read('CDK_CONTEXT_JSON', () => env.CDK_CONTEXT_JSON ?? '{}'),
});

function read(name: string, text: () => string): Readonly<Record<string, string | undefined>> {
  try {
    const value: unknown = JSON.parse(text());
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Readonly<Record<string, string | undefined>>;
  } catch {
    // Named below, with what it should be.
  }
  throw unusableOption(name, 'that is no object in JSON', 'the context as the CDK writes it', 'unset it');
}
