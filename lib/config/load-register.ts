import { dirname } from 'node:path';
import { type Finding, inputFinding, UnusableInputError } from '../model/finding.ts';
import { loadYaml } from './load-yaml.ts';
import { type Register, registerSchema } from './register-schema.ts';

/**
 * Reads a vendor's register. There is no default: without one, nobody has said that no hold stands.
 *
 * @throws UnusableInputError with every problem of the file.
 */
export function loadRegister(file: string, vendor: string): Register {
  const problems: Finding[] = [];
  const loaded = loadYaml(dirname(file), file, registerSchema, problems);
  if (loaded && loaded.value.vendor !== vendor)
    problems.push(
      inputFinding({
        code: 'OFF-REGISTER',
        where: { file },
        got: `the register of ${loaded.value.vendor}`,
        expected: `the register of ${vendor}`,
        fix: 'name the right file with --register',
      }),
    );
  if (problems.length > 0 || !loaded) throw new UnusableInputError(problems);
  return loaded.value;
}
