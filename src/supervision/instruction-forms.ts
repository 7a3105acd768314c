import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import type { InstructionAct } from './instruction-lifecycle.ts';

const day = z.string().trim().refine(isDay, 'errors.not_a_day');
const text = z.string().trim().min(1, 'errors.required').max(4000, 'errors.too_long');

export const instructionForm = z.strictObject({
  text, givenOn: day, dueOn: day, capReason: z.string().trim().max(1000, 'errors.too_long').optional(),
  /** The leader whose instruction it is; left out where leaders write their own. */
  leaderId: z.union([z.literal(''), z.coerce.number().int('errors.invalid')]).default('').transform((v) => (v === '' ? null : v)),
});
export type InstructionWish = z.output<typeof instructionForm>;

/** Report and sending back need words; closing may have some. */
export const instructionStepForm = (act: InstructionAct) => z.strictObject({
  version: z.coerce.number().int('errors.invalid'),
  words: act === 'close' ? z.string().trim().max(2000, 'errors.too_long').default('') : text,
});
export interface InstructionStep {
  version: number;
  words: string;
}
