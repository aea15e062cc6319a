import { z } from 'zod';
import { countryCode, isoDate, regionName } from '../model/fields.ts';
import { confidence } from './jurisdiction-schema.ts';

export const regionServices = ['workspaces', 'appstream', 'secureBrowser', 'macie', 'guardDuty'] as const;

/** `lib/law/regions.yaml`: where each region lies and which services AWS offers there. */
export const regionsSchema = z.strictObject({
  asOf: isoDate,
  reviewBy: isoDate,
  confidence,
  source: z.string(),
  regions: z.partialRecord(
    regionName,
    z.strictObject({ place: countryCode, offers: z.array(z.enum(regionServices)) }),
  ),
});

/** AWS Regions by name, with place and review date. */
export type RegionTable = z.infer<typeof regionsSchema>;
export type RegionService = (typeof regionServices)[number];
