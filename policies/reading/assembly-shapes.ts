import { z } from 'zod';

// What the files of an assembly may say, as far as it is read or changes nothing. A field that is not here is not understood.
// Source: @aws-cdk/cloud-assembly-schema 55, its JSON schemas.

const text = z.string();
const texts = z.array(text);
const textByName = z.record(text, text);

const bootstrap = {
  requiresBootstrapStackVersion: z.number().int().optional(),
  bootstrapStackVersionSsmParameter: text.optional(),
};

/** Entries of the CDK that its command line does not act on, and tags, which are read; of other names it knows none. */
const entryTypes = [
  'acknowledged-rules',
  'analytics:[a-z]+',
  'cloudformation:[a-zA-Z]+',
  'creationStack',
  'do-not-refactor',
  'error',
  'info',
  'is-custom-resource-handler-[a-zA-Z-]+',
  'logicalId',
  'path',
  'propertyAssignment',
  'stack',
  'stack-tags',
  'templateFile',
  'warning',
];

const metadataEntry = z.strictObject({
  type: text.regex(new RegExp(`^(?!aws:cdk:)|^aws:cdk:(${entryTypes.join('|')})$`), {
    error: 'an entry that is known to change nothing, or that is evaluated',
  }),
  data: z.unknown().optional(),
  trace: texts.optional(),
});

const metadata = z.record(text, z.array(metadataEntry));

const common = {
  dependencies: texts.optional(),
  displayName: text.optional(),
  metadata: metadata.optional(),
  additionalMetadataFile: text.optional(),
};

const artifact = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('aws:cloudformation:stack'),
    environment: text,
    properties: z.strictObject({
      ...bootstrap,
      templateFile: text,
      stackName: text.optional(),
      parameters: textByName.optional(),
      tags: textByName.optional(),
      notificationArns: texts.optional(),
      terminationProtection: z.boolean().optional(),
      validateOnSynth: z.boolean().optional(),
      assumeRoleArn: text.optional(),
      cloudFormationExecutionRoleArn: text.optional(),
      stackTemplateAssetObjectUrl: text.optional(),
      additionalDependencies: texts.optional(),
      lookupRole: z.strictObject({ arn: text, ...bootstrap }).optional(),
    }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('cdk:asset-manifest'),
    properties: z.strictObject({ ...bootstrap, file: text }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('cdk:cloud-assembly'),
    properties: z.strictObject({ directoryName: text, displayName: text.optional() }),
  }),
  z.strictObject({
    ...common,
    type: z.literal('cdk:feature-flag-report'),
    properties: z.strictObject({ module: text, flags: z.record(text, z.unknown()) }),
  }),
  z.strictObject({ ...common, type: z.literal('cdk:tree'), properties: z.strictObject({ file: text }) }),
]);

const version = text.regex(/^\d+\.\d+\.\d+$/);

const publishedFile = z.strictObject({
  displayName: text.optional(),
  source: z.strictObject({ path: text, packaging: z.enum(['file', 'zip']) }),
  destinations: z.record(
    text,
    z.strictObject({
      bucketName: text,
      objectKey: text,
      region: text.optional(),
      assumeRoleArn: text.optional(),
    }),
  ),
});

/** Shapes of the files of an assembly that are JSON of the CDK. */
export const assemblyShapes = {
  manifest: z.strictObject({
    version,
    minimumCliVersion: version.optional(),
    artifacts: z.record(text, artifact),
    missing: z.array(z.never({ error: 'nothing that is looked up at deployment' })).optional(),
  }),
  metadata,
  assets: z.strictObject({
    version,
    files: z.record(text, publishedFile).optional(),
    dockerImages: z.record(text, z.never({ error: 'no image: what is in it lies elsewhere' })).optional(),
  }),
  version: z.strictObject({ version }),
} as const;

/** Kind of file that has a shape. */
export type ShapedFile = keyof typeof assemblyShapes;

/** Something in a file that its shape does not have. */
export interface Misfit {
  /** Path below the top of the file. */
  readonly at: string;
  readonly got: unknown;
  readonly expected: string;
}

/** Fields and values that a shape does not have, each with what stands there. */
export function misfits(kind: ShapedFile, value: unknown): Misfit[] {
  const { error } = assemblyShapes[kind].safeParse(value);
  return (error?.issues ?? []).flatMap((issue) => {
    const at = issue.path.map((part) => `${part.toString()}`);
    const got = issue.path.reduce<unknown>(
      (inner, part) => (inner as Record<PropertyKey, unknown> | undefined)?.[part],
      value,
    );
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          at: [...at, key].join('.'),
          got: (got as Record<string, unknown>)[key],
          expected: 'no such field: nobody evaluates it',
        }))
      : [{ at: at.join('.'), got, expected: issue.message }];
  });
}
