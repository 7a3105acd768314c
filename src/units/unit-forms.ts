import { z } from 'zod';
import { UNIT_KINDS } from './unit.ts';

const MOST = 500;

/** Several entries in one field; empty ones and repetitions are left out. */
const several = (separator: RegExp, longest: number) => z.string().max(20_000, 'errors.too_long').optional()
  .transform((text) => [...new Set((text ?? '').split(separator).map((entry) => entry.trim()).filter((entry) => entry !== ''))])
  .refine((list) => list.length <= MOST && list.every((entry) => entry.length <= longest), 'units.error.lines');

const fields = {
  name: z.string().trim().min(2, 'errors.required').max(80, 'errors.too_long'),
  shortName: z.string().trim().min(2, 'errors.required').max(30, 'errors.too_long'),
  kind: z.enum(UNIT_KINDS, 'errors.required'),
  parent: z.union([z.literal('').transform(() => null), z.coerce.number().int().positive()], 'errors.invalid').optional().transform((id) => id ?? null),
  phone: z.string().trim().max(40, 'errors.too_long').optional().transform((text) => (text === undefined || text === '' ? null : text)),
  aliases: several(/\n/, 60),
  duties: several(/[\n、，,；;]/, 30),
};

export const newUnitForm = z.strictObject(fields);
export const unitForm = z.strictObject({ ...fields, active: z.literal('1').optional().transform((value) => value === '1'), version: z.coerce.number().int().positive() });

export type NewUnit = z.infer<typeof newUnitForm>;
export type UnitChange = z.infer<typeof unitForm>;
