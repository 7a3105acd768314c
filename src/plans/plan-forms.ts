import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import { COMMITMENT_KINDS } from './commitment.ts';
import { TARGET_NATURES } from './target-text.ts';

const version = z.coerce.number('errors.invalid').int('errors.invalid');
const title = (max: number) => z.string().trim().min(1, 'errors.required').max(max, 'errors.too_long');
const day = z.string().trim().refine(isDay, 'errors.not_a_day');
const emptyIsNull = (value: string): string | null => (value === '' ? null : value);

export const pasteForm = z.strictObject({ text: z.string().default(''), fileName: z.string().trim().max(150, 'errors.too_long').default('') });

export const versionForm = z.strictObject({ version });

/** What a supervisor confirms before a draft becomes a plan. */
export const publishForm = z.strictObject({
  version,
  title: title(200),
  shortTitle: title(60),
  issuingBody: z.string().trim().max(100, 'errors.too_long').default('').transform(emptyIsNull),
  adoptedOn: z.union([z.literal('').transform(() => null), day]).default(null),
  startsOn: day,
  endsOn: day,
}).refine((v) => v.endsOn > v.startsOn, { message: 'plans.publish.error.ends_first', path: ['endsOn'] });

export type Publication = z.output<typeof publishForm>;

/** One correction in a draft; which of the other fields count depends on the act. */
export const correctionForm = z.strictObject({
  version,
  act: z.enum(['merge', 'split', 'kind', 'nature', 'statement'], 'errors.invalid'),
  start: z.coerce.number('errors.invalid').int('errors.invalid'),
  at: z.coerce.number('errors.invalid').int('errors.invalid').optional(),
  kind: z.enum(COMMITMENT_KINDS, 'errors.invalid').optional(),
  nature: z.enum(TARGET_NATURES, 'errors.invalid').optional(),
  back: z.string().regex(/^[0-9]{1,6}$/, 'errors.invalid').optional(),
});
