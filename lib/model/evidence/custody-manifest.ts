import { z } from 'zod';

/** The list of what was captured in one run of the switch: every file by its hash. */
export const custodyManifestSchema = z.object({
  incident: z.string(),
  vendor: z.string(),
  drill: z.boolean(),
  requestedBy: z.string(),
  requestedAt: z.string(),
  files: z.array(z.object({ key: z.string(), sha256: z.string() })).min(1),
});

export type CustodyManifest = z.infer<typeof custodyManifestSchema>;
