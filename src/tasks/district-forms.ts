import { z } from 'zod';
import type { DistrictShare } from './district-shares.ts';

const figure = z.string().trim().regex(/^(?:[0-9]{1,12}(?:\.[0-9]{1,4})?)?$/, 'errors.not_a_number').default('').transform((s) => (s === '' ? null : Number(s)));

/** One pair of fields for each district of the draft, and no others. */
export function sharesForm(unitIds: readonly number[]) {
  const fields = Object.fromEntries(unitIds.flatMap((id) => [[`target${id}`, figure], [`weight${id}`, figure]]));
  return z.strictObject({ version: z.coerce.number().int('errors.invalid'), ...fields }).transform((form) => {
    const cells = form as unknown as Record<string, number | null>;
    const shares = new Map<number, DistrictShare>(unitIds.map((id) => [id, { target: cells[`target${id}`] ?? null, weight: cells[`weight${id}`] ?? null }]));
    return { version: form.version, shares };
  });
}
