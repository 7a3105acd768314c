import { z } from 'zod';
import { ROLES } from '../kernel/actor.ts';
import { isDay } from '../kernel/days.ts';

const id = z.coerce.number('errors.required').int('errors.required').positive('errors.required');
export const version = z.coerce.number().int().positive();

const login = z.string().trim().toLowerCase().regex(/^[a-z0-9][a-z0-9.-]{1,39}$/, 'accounts.error.login_form');
const name = z.string().trim().min(1, 'errors.required').max(40, 'errors.too_long');
const title = z.string().trim().min(1, 'errors.required').max(40, 'errors.too_long');
const password = z.string().min(1, 'accounts.error.password_missing').max(500, 'accounts.error.password_missing');
const role = z.enum(ROLES, 'errors.required');

export const signInForm = z.strictObject({
  login: z.string().trim().min(1, 'accounts.error.login_missing').max(100, 'accounts.error.login_missing'),
  password,
  next: z.string().max(2000).optional(),
});

export const passwordForm = z.strictObject({ current: password, password, again: password });
export const languageForm = z.strictObject({ locale: z.enum(['zh-CN', 'en']) });
export const postChoiceForm = z.strictObject({ post: id });
export const sessionChoiceForm = z.strictObject({ session: z.string().regex(/^(?:[0-9a-f]{64}|others)$/, 'errors.invalid') });

export const newAccountForm = z.strictObject({ login, name, unit: id, role, title });
export const accountForm = z.strictObject({ name, version });
export const versionForm = z.strictObject({ version });
const day = z.string().trim().refine(isDay, 'errors.not_a_day');
export const delegationForm = z.strictObject({ to: id, startsOn: day, endsOn: day, reason: z.string().trim().min(1, 'errors.required').max(200, 'errors.too_long') });
export const postForm = z.strictObject({ unit: id, role, title });
export const setupForm = z.strictObject({
  token: z.string().trim().min(1, 'errors.required').max(200, 'errors.invalid'),
  login, name, password, again: password,
  units: z.enum(['changsha', 'own']),
  unit: z.string().trim().max(60, 'errors.too_long'),
});

export type NewAccount = z.infer<typeof newAccountForm>;
export type NewDelegation = z.infer<typeof delegationForm>;
export type NewPost = z.infer<typeof postForm>;
export type Setup = z.infer<typeof setupForm>;
