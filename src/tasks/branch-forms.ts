import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import { OTHER_ROLES } from './assignment.ts';
import { RULINGS } from './assignment-lifecycle.ts';

const day = z.string().trim().refine(isDay, 'errors.not_a_day');
const version = z.coerce.number().int('errors.invalid');
const reason = z.string().trim().min(1, 'errors.required').max(2000, 'errors.too_long');
const optionalText = (max: number) => z.string().trim().max(max, 'errors.too_long').default('');
/** An id, or nothing chosen. */
const optionalId = z.string().trim().regex(/^\d{0,9}$/, 'errors.invalid').default('').transform((v) => (v === '' ? null : Number(v)));
const role = z.enum(OTHER_ROLES, 'errors.required');

export const objectionForm = z.strictObject({ version, reason });
export const rulingForm = z.strictObject({ version, ruling: z.enum(RULINGS, 'errors.required'), unitId: optionalId, reason });
export const addBranchForm = z.strictObject({ version, unitId: z.coerce.number('errors.required').int('errors.required').min(1, 'errors.required'), role, dueOn: day, reason, capReason: optionalText(1000).optional() });
export const changeBranchForm = z.strictObject({ version, role, dueOn: day, reason });
export const takeOffForm = z.strictObject({ version, unitId: optionalId, reason });
export const dueWishForm = z.strictObject({ version, toDueOn: day, reason });
export const dueDecisionForm = z.strictObject({ version, decision: z.enum(['granted', 'refused'], 'errors.required'), reason: optionalText(2000) });
export const handInsideForm = z.strictObject({ version, office: optionalText(40), accountId: optionalId, note: optionalText(500) });

export type Objection = z.output<typeof objectionForm>;
export type Arbitration = z.output<typeof rulingForm>;
export type NewBranch = z.output<typeof addBranchForm>;
export type BranchChange = z.output<typeof changeBranchForm>;
export type TakeOff = z.output<typeof takeOffForm>;
export type DueWishInput = z.output<typeof dueWishForm>;
export type DueDecision = z.output<typeof dueDecisionForm>;
export type HandInside = z.output<typeof handInsideForm>;
