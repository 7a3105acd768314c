import { z } from 'zod';
import { namesOf, type ParameterKind } from './parameter-set.ts';

const LARGEST = 1000;
const number = z.coerce.number('errors.not_a_number').int('errors.not_a_number').min(0, 'errors.not_a_number').max(LARGEST, 'errors.not_a_number');
const text = z.string().trim().max(1000, 'errors.too_long');

/** Every value of the kind, and why; there is nothing else that could be reckoned by. On trial it needs no reason yet. */
const formOf = (kind: ParameterKind, reason: z.ZodType<string>) =>
  z.strictObject({ ...Object.fromEntries(namesOf(kind).map((name) => [name, number])), reason })
    .transform((given) => ({ values: Object.fromEntries(namesOf(kind).map((name) => [name, Number(given[name as keyof typeof given])])), reason: given.reason }));

export const parameterForms = { lights: formOf('lights', text.min(1, 'errors.required')), caps: formOf('caps', text.min(1, 'errors.required')) };
export const trialForms = { lights: formOf('lights', text), caps: formOf('caps', text) };
export type ParameterWish = z.output<typeof parameterForms.lights>;

export const adoptionForm = z.strictObject({ version: z.coerce.number().int('errors.invalid') });
export type Adoption = z.output<typeof adoptionForm>;

export const declineForm = z.strictObject({ version: z.coerce.number().int('errors.invalid'), remark: text.min(1, 'errors.required') });
export type Decline = z.output<typeof declineForm>;
