import { z } from 'zod';
import { conflictsSchema } from './conflicts-schema';
import { denyListsSchema } from './deny-lists-schema';
import { exceptionsSchema } from './exceptions-schema';
import { jurisdictionSchema } from './law-schema';
import { organizationSchema } from './organization-schema';
import { regionsSchema } from './regions-schema';
import { registerSchema } from './register-schema';
import { vendorSchema } from './vendor-schema';

/** JSON Schema of each kind of YAML file, for editors; generated into `config/schema/`. */
export function configSchemas(): ReadonlyMap<string, string> {
  const schemas = {
    organization: organizationSchema,
    vendor: vendorSchema,
    jurisdiction: jurisdictionSchema,
    regions: regionsSchema,
    'deny-lists': denyListsSchema,
    conflicts: conflictsSchema,
    exceptions: exceptionsSchema,
    register: registerSchema,
  };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `config/schema/${name}.schema.json`,
      `${JSON.stringify({ title: name, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
    ]),
  );
}
