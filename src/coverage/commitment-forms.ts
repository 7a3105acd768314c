import { z } from 'zod';
import { TARGET_NATURES } from '../plans/target-text.ts';

const version = z.coerce.number('errors.invalid').int('errors.invalid');
const reason = z.string().trim().min(1, 'coverage.error.reason_missing').max(1000, 'errors.too_long');

export const exemptionForm = z.strictObject({ version, reason });
/** Decided at the desk, where the next ones wait. */
const back = z.literal('desk', 'errors.invalid').optional();
export const confirmationForm = z.strictObject({ version, back });
export const reopeningForm = z.strictObject({ version, back });
export const statementForm = z.strictObject({ version });
export const natureForm = z.strictObject({ version, nature: z.enum(TARGET_NATURES, 'errors.invalid') });

export type Exemption = z.output<typeof exemptionForm>;
export type Versioned = z.output<typeof confirmationForm>;
export type NatureWish = z.output<typeof natureForm>;
