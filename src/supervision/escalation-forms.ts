import { z } from 'zod';
import { isDay } from '../kernel/days.ts';

const text = (max: number) => z.string().trim().min(1, 'errors.required').max(max, 'errors.too_long');

/** When, where, with whom, about what, with which result. */
export const escalationForm = z.strictObject({
  heldOn: z.string().trim().refine(isDay, 'errors.not_a_day'),
  place: text(200),
  people: text(500),
  matter: text(2000),
  result: text(2000),
});
export type EscalationWish = z.output<typeof escalationForm>;
