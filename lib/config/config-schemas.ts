import { z } from 'zod';
import { denyListsSchema } from '../law/deny-lists-schema.ts';
import { jurisdictionSchema } from '../law/jurisdiction-schema.ts';
import { regionsSchema } from '../law/regions-schema.ts';
import { serviceQuotasSchema } from '../quotas/quotas-schema.ts';
import { conflictsSchema } from './conflicts-schema.ts';
import { exceptionsSchema } from './exceptions-schema.ts';
import { organizationSchema } from './organization-schema.ts';
import { registerSchema } from './register-schema.ts';
import { vendorSchema } from './vendor-schema.ts';

/** JSON Schema of each kind of YAML file, for editors; generated into `config/schema/`. */
export function configSchemas(): ReadonlyMap<string, string> {
  const schemas = {
    organization: organizationSchema,
    vendor: vendorSchema,
    jurisdiction: jurisdictionSchema,
    regions: regionsSchema,
    'deny-lists': denyListsSchema,
    'service-quotas': serviceQuotasSchema,
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
