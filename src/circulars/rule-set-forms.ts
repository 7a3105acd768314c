import { z } from 'zod';
import { CRITERIA, MOST_POINTS, type Criterion } from './criteria.ts';

const points = z.coerce.number('errors.not_a_number').int('errors.not_a_number').min(-MOST_POINTS, 'circulars.error.points').max(MOST_POINTS, 'circulars.error.points');
const fields = Object.fromEntries(CRITERIA.map((c) => [c, points])) as Record<Criterion, typeof points>;

/** Points for every criterion of the closed list, why, and a criterion that somebody would like to add. */
export const ruleSetForm = z.strictObject({
  ...fields,
  custom: z.string().trim().max(100, 'errors.too_long').default(''),
  reason: z.string().trim().min(1, 'errors.required').max(1000, 'errors.too_long'),
}).transform(({ custom, reason, ...given }) => ({ custom, reason, points: given }));
export type RuleSetWish = z.output<typeof ruleSetForm>;

export const versionForm = z.strictObject({ version: z.coerce.number().int('errors.invalid') });
export type Versioned = z.output<typeof versionForm>;
