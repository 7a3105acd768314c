import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import { ENDING_KINDS } from './task-ending.ts';

const day = z.string().trim().refine(isDay, 'errors.not_a_day');
const version = z.coerce.number().int('errors.invalid');
const text = (max: number) => z.string().trim().min(1, 'errors.required').max(max, 'errors.too_long');
const optionalText = (max: number) => z.string().trim().max(max, 'errors.too_long').default('');
/** A box that was ticked, or was not there. */
const tick = z.literal('1', 'errors.invalid').optional().transform((v) => v === '1');

export const suspendForm = z.strictObject({ version, reason: text(2000), lookAgainOn: day });
export const resumeForm = z.strictObject({ version, addDays: tick, note: optionalText(2000) });
export const phaseForm = z.strictObject({ version, title: text(120), standard: text(2000), nextRequirement: text(2000), nextDueOn: day });
export const endStandingForm = z.strictObject({ version, deadline: day, reason: text(2000) });
export const proposeForm = z.strictObject({ version, kind: z.enum(ENDING_KINDS, 'errors.invalid'), reason: text(2000), survivor: optionalText(60) });
export const remarkForm = z.strictObject({ version, remark: optionalText(2000) });

export type SuspendWish = z.output<typeof suspendForm>;
export type ResumeWish = z.output<typeof resumeForm>;
export type PhaseWish = z.output<typeof phaseForm>;
export type EndStandingWish = z.output<typeof endStandingForm>;
export type EndingWish = z.output<typeof proposeForm>;
export type Remark = z.output<typeof remarkForm>;
