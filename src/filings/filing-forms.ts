import { z } from 'zod';
import { isDay } from '../kernel/days.ts';
import { CONFIDENCES } from '../tasks/confidence.ts';
import { CHECKLIST, REASON_CODES } from './filing.ts';

const MAX_TEXT = 4000;
const MAX_LINE = 500;

const version = z.coerce.number('errors.invalid').int('errors.invalid').min(0, 'errors.invalid');
const text = (max: number) => z.string().trim().max(max, 'errors.too_long').default('').transform((s) => s.replaceAll('\r\n', '\n'));
const emptyIsNull = <T>(schema: z.ZodType<T>) => z.union([z.literal('').transform(() => null), schema]).default(null);
const tick = z.literal('1', 'errors.invalid').optional().transform((v) => v === '1');
const percent = z.string().trim().regex(/^[0-9]{1,3}$/, 'filings.error.percent').transform(Number).refine((n) => n <= 100, 'filings.error.percent');
const digest = z.string().regex(/^[0-9a-f]{64}$/, 'errors.invalid');
const figure = z.string().trim().regex(/^-?[0-9]{1,12}(?:\.[0-9]{1,6})?$/, 'errors.not_a_number').transform(Number);

/** What is written for a period; a draft may be unfinished. `auto` marks what the page saves by itself. */
export const filingForm = z.strictObject({
  version,
  auto: tick,
  noChange: tick,
  progress: percent,
  value: emptyIsNull(figure),
  done: text(MAX_TEXT),
  problems: text(MAX_TEXT),
  reasonCode: emptyIsNull(z.enum(REASON_CODES, 'errors.invalid')),
  reasonNote: text(MAX_LINE),
  newDate: emptyIsNull(z.string().trim().refine(isDay, 'errors.not_a_day')),
  confidence: emptyIsNull(z.enum(CONFIDENCES, 'errors.invalid')),
  nextSteps: text(MAX_TEXT),
  coordination: text(MAX_TEXT),
  // Without JavaScript a chosen file arrives as its mere name when another button than "upload" is pressed.
  files: z.union([z.literal(''), z.array(z.literal(''))], 'filings.error.not_uploaded').optional(),
});
export type FilingInput = Omit<z.output<typeof filingForm>, 'files'>;

export const correctionForm = z.strictObject({ version, reason: z.string().trim().min(1, 'errors.required').max(MAX_LINE, 'errors.too_long') });
export type Correction = z.output<typeof correctionForm>;

/** The reviewer's answer names the very round that was read: version and digest (SECURITY T5). */
export const reviewForm = z.strictObject({
  branch: z.coerce.number('errors.invalid').int('errors.invalid'),
  version,
  digest,
  verdict: z.enum(['accepted', 'returned'], 'filings.error.verdict_missing'),
  check_facts: tick, check_carried_out: tick, check_conclusion: tick, check_lawful: tick, check_form: tick,
  reason: z.string().trim().max(MAX_TEXT, 'errors.too_long').default(''),
}).transform(({ branch, version: seen, digest, verdict, reason, ...ticks }) => ({
  branch, verdict, review: { version: seen, digest, reason, checks: CHECKLIST.filter((point) => ticks[`check_${point}`]) },
}));
/** The lead's answer to a supporting unit's report names the round it read in the same way. */
export const leadReturnForm = z.strictObject({
  branch: z.coerce.number('errors.invalid').int('errors.invalid'), version, digest, reason: z.string().trim().max(MAX_LINE, 'errors.too_long').default(''),
}).transform(({ branch, ...seen }) => ({ branch, review: { ...seen, checks: [] } }));

export type Review = z.output<typeof reviewForm>['review'];
