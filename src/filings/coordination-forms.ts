import { z } from 'zod';
import { COORDINATION_DAYS, COORDINATION_OWNERS } from './coordination.ts';
import type { CoordinationAct } from './coordination-lifecycle.ts';

const MAX_TEXT = 4000;
const MAX_NAME = 60;

const version = z.coerce.number('errors.invalid').int('errors.invalid');
const emptyIsNull = z.union([z.literal('').transform(() => null), z.coerce.number('errors.invalid').int('errors.invalid').positive('errors.invalid')]).default(null);

/** Who deals with it, within how many working days. */
export const assignForm = z.strictObject({
  version,
  owner: z.enum(COORDINATION_OWNERS, 'errors.invalid'),
  ownerUnitId: emptyIsNull,
  outsideName: z.string().trim().max(MAX_NAME, 'errors.too_long').default(''),
  days: z.coerce.number('errors.invalid').int('errors.invalid').min(1, 'coordinations.error.days').max(COORDINATION_DAYS.most, 'coordinations.error.days'),
}).refine((v) => v.owner !== 'unit' || v.ownerUnitId !== null, { message: 'coordinations.error.unit_missing', path: ['ownerUnitId'] })
  .refine((v) => v.owner !== 'outside' || v.outsideName !== '', { message: 'coordinations.error.outside_missing', path: ['outsideName'] });
export type AssignWish = z.output<typeof assignForm>;

/** Answers, second thoughts and the end of it; only a plain "settled" needs no words. */
export const coordinationStepForm = (act: Exclude<CoordinationAct, 'assign'>) => z.strictObject({
  version,
  words: act === 'settle' ? z.string().trim().max(MAX_TEXT, 'errors.too_long').default('') : z.string().trim().min(1, 'errors.required').max(MAX_TEXT, 'errors.too_long'),
});
export interface CoordinationStep {
  version: number;
  words: string;
}
