import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import { OVERRIDE_LIGHTS } from './light-override.ts';

const version = z.coerce.number().int('errors.invalid');

export const overrideForm = z.strictObject({
  version,
  light: z.enum(OVERRIDE_LIGHTS, 'errors.invalid'),
  reason: z.string().trim().min(1, 'errors.required').max(2000, 'errors.too_long'),
  expiresOn: z.string().trim().refine(isDay, 'errors.not_a_day'),
});

export type OverrideWish = z.output<typeof overrideForm>;
