import { z } from 'zod';

const version = z.coerce.number('errors.invalid').int('errors.invalid');
const reason = z.string().trim().min(1, 'coverage.error.reason_missing').max(1000, 'errors.too_long');

export const exemptionForm = z.strictObject({ version, reason });
export const confirmationForm = z.strictObject({ version });
export const reopeningForm = z.strictObject({ version });
export const statementForm = z.strictObject({ version });

export type Exemption = z.output<typeof exemptionForm>;
export type Versioned = z.output<typeof confirmationForm>;
