import { z } from 'zod';
import { BACK_TO_UNIT, type Successor } from './held-work.ts';

const key = z.string().regex(/^(?:handling|draft|charge)-[0-9]{1,9}$/, 'errors.invalid');
/** Nothing, one value or several of the same name; how many are too many is the verb's to say. */
const items = z.union([z.array(z.string()), z.string()]).optional().transform((v) => (v === undefined ? [] : Array.isArray(v) ? v : [v])).pipe(z.array(key));
const to = z.string().trim().regex(/^(?:unit|[0-9]{0,9})$/, 'errors.invalid').default('')
  .transform((v): Successor => (v === '' ? null : v === BACK_TO_UNIT ? BACK_TO_UNIT : Number(v)));
const reason = z.string().trim().min(1, 'errors.required').max(200, 'errors.too_long');

export const handOnForm = z.strictObject({ from: z.coerce.number('errors.invalid').int('errors.invalid'), to, items, reason });
export type HandOnWish = z.output<typeof handOnForm>;

/** The end of a post: where nothing is in hand, neither successor nor reason is asked for. */
export const leavingForm = z.strictObject({ version: z.coerce.number().int('errors.invalid'), to, items, reason: z.string().trim().max(200, 'errors.too_long').default('') });
export type Leaving = z.output<typeof leavingForm>;
