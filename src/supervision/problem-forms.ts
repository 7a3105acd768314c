import { z } from 'zod';
import type { ProblemAct } from './problem-lifecycle.ts';

const version = z.coerce.number().int('errors.invalid');
const needed = z.string().trim().min(1, 'errors.required').max(2000, 'errors.too_long');
const optional = z.string().trim().max(2000, 'errors.too_long').default('');

/** Every act but the striking off needs words: what was done, found or decided. */
export const isWordless = (act: ProblemAct): boolean => act === 'strike_off';

export const problemStepForm = (act: ProblemAct) => z.strictObject({ version, words: isWordless(act) ? optional : needed });
export interface ProblemStep {
  version: number;
  words: string;
}
