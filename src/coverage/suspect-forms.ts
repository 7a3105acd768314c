import { z } from 'zod';

/** Whether a task still holds although its sentence was changed; what has to be done otherwise is told to its units. */
export const suspectForm = z.strictObject({
  version: z.coerce.number('errors.invalid').int('errors.invalid'),
  verdict: z.enum(['confirmed', 'adjusted'], 'errors.invalid'),
  note: z.string().trim().max(1000, 'errors.too_long').default(''),
}).refine(({ verdict, note }) => verdict === 'confirmed' || note !== '', { message: 'coverage.suspect.error.note', path: ['note'] });

export type SuspectVerdict = z.output<typeof suspectForm>;
