import { z } from 'zod';

/** A draft and the version of it that was seen, as the tick in its row says it: "12:3". */
export interface SeenDraft { id: number; version: number }

const seen = z.string().regex(/^[0-9]{1,9}:[0-9]{1,9}$/, 'errors.invalid').transform((value): SeenDraft => {
  const [id, version] = value.split(':').map(Number);
  return { id: id ?? 0, version: version ?? 0 };
});
const several = z.array(seen).min(1, 'coverage.desk.error.none').max(200, 'errors.invalid');

/** The drafts of a chapter that were ticked, and what is to become of them. */
export const deskDraftsForm = z.strictObject({
  act: z.enum(['issue', 'discard'], 'errors.invalid'),
  draft: z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value]), several),
  capReason: z.string().trim().max(1000, 'errors.too_long').optional(),
});
