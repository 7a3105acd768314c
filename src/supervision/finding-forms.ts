import { z } from 'zod';

/** Objection and ruling alike: words, and the version that the person saw (0 where nobody has objected yet). */
export const findingStepForm = z.strictObject({ version: z.coerce.number().int('errors.invalid'), words: z.string().trim().min(1, 'errors.required').max(2000, 'errors.too_long') });
export type FindingStep = z.output<typeof findingStepForm>;
