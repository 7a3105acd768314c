import { z } from 'zod';
import { ENTRY_RULINGS } from './entry-objection-lifecycle.ts';

const words = z.string().trim().min(1, 'errors.required').max(2000, 'errors.too_long');

export const drawUpForm = z.strictObject({ month: z.string().regex(/^[0-9]{4}-(?:0[1-9]|1[0-2])$/, 'errors.invalid') });
export const entryObjectionForm = z.strictObject({ reason: words });
export const rulingForm = z.strictObject({
  objectionId: z.coerce.number().int('errors.invalid'), version: z.coerce.number().int('errors.invalid'), decision: z.enum(ENTRY_RULINGS, 'errors.invalid'), ruling: words,
});
