import { z } from 'zod';
import type { YamlPath } from './yaml-file.ts';

/** The schema of the value at `path`, without its optional and default wrappers. */
export function schemaAt(root: z.ZodType, path: YamlPath): z.ZodType | undefined {
  let schema: z.ZodType | undefined = unwrap(root);
  for (const step of path) {
    if (schema instanceof z.ZodObject) schema = schema.shape[`${step}`] as z.ZodType | undefined;
    else if (schema instanceof z.ZodArray) schema = schema.element as z.ZodType;
    else if (schema instanceof z.ZodRecord) schema = schema.valueType as z.ZodType;
    else return undefined;
    if (schema) schema = unwrap(schema);
  }
  return schema;
}

function unwrap(schema: z.ZodType): z.ZodType {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault || inner instanceof z.ZodNullable)
    inner = inner.unwrap() as z.ZodType;
  return inner;
}
