import { z } from 'zod';
import { REPLY_DAYS } from './press-ladder.ts';

const text = (max: number) => z.string().trim().min(1, 'errors.required').max(max, 'errors.too_long');
const optionalText = (max: number) => z.string().trim().max(max, 'errors.too_long').default('');
const replyDays = z.coerce.number('errors.not_a_number').int('errors.not_a_number')
  .min(REPLY_DAYS.least, 'supervision.error.reply_days').max(REPLY_DAYS.most, 'supervision.error.reply_days');

const PRESS = { reason: text(2000), requirement: text(2000), replyDays };

/** One slip; `unitId` is the unit that the person saw as the one that is asked. */
export const slipForm = z.strictObject({
  ...PRESS, unitId: z.coerce.number('errors.invalid').int('errors.invalid'), urgentReason: optionalText(1000), capReason: optionalText(1000),
});
export type SlipWish = z.output<typeof slipForm>;

const MOST_AT_ONCE = 500;
const ids = z.union([z.array(z.string()), z.string()]).optional()
  .transform((v) => (v === undefined ? [] : Array.isArray(v) ? v : [v]).map(Number))
  .pipe(z.array(z.number('errors.invalid').int('errors.invalid').min(1, 'errors.invalid')).min(1, 'supervision.error.nothing_chosen').max(MOST_AT_ONCE, 'supervision.error.too_many'));

/** Many urges with the same words. */
export const urgesForm = z.strictObject({ ...PRESS, taskIds: ids, capReason: optionalText(1000).optional() });
export type UrgesWish = z.output<typeof urgesForm>;

export const replyForm = z.strictObject({ version: z.coerce.number().int('errors.invalid'), reply: text(4000) });
export type SlipReply = z.output<typeof replyForm>;
