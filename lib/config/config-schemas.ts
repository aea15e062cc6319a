import { z } from 'zod';
import { organizationSchema } from './organization-schema';
import { registerSchema } from './register-schema';
import { vendorSchema } from './vendor-schema';

/** JSON Schema of each kind of YAML file, for editors; generated into `config/schema/`. */
export function configSchemas(): ReadonlyMap<string, string> {
  const schemas = { organization: organizationSchema, register: registerSchema, vendor: vendorSchema };
  return new Map(
    Object.entries(schemas).map(([name, schema]) => [
      `config/schema/${name}.schema.json`,
      `${JSON.stringify({ title: name, ...z.toJSONSchema(schema, { io: 'input' }) }, null, 2)}\n`,
    ]),
  );
}
