import { z } from 'zod';
import type { BreachDuty } from '../breach-duty.ts';
import { dutyId } from '../ids.ts';

const whole = z.number().int().positive();
const id = z.string().min(1).max(200);

const calendar = z.object({
  timeZone: z.string().min(1),
  weekend: z.array(z.number().int().min(0).max(6)).max(3),
  holidays: z.array(z.iso.date()),
});

/** A duty as it was deployed, or as an open incident recorded it; unknown fields of another version pass. */
export const dutySchema: z.ZodType<BreachDuty> = z.object({
  id: dutyId,
  law: id,
  recipient: id,
  period: z.union([
    z.object({ hours: whole }),
    z.object({ calendarDays: whole }),
    z.object({ businessDays: whole, calendar: calendar.optional() }),
    z.object({ targetHours: whole }),
  ]),
  words: z.string().min(1),
  condition: z.string().optional(),
  caveat: z.string().optional(),
  effectiveFrom: z.iso.date().optional(),
  matters: z.array(id),
  owner: id,
  template: id.optional(),
  counsel: z.array(id),
  plan: id.optional(),
});
