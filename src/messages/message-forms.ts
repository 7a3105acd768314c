import { z } from 'zod';
import { CHANNEL_KINDS } from './message.ts';

const id = z.coerce.number('errors.required').int('errors.required').positive('errors.required');
const version = z.coerce.number().int().min(0);

export const readingForm = z.strictObject({ message: z.union([z.literal('all').transform(() => null), id]) });
export const emptyForm = z.strictObject({});

export const emailForm = z.strictObject({ email: z.string().trim().toLowerCase().max(200, 'errors.too_long').pipe(z.email('messages.error.email')) });
export const codeForm = z.strictObject({ code: z.string().trim().regex(/^[0-9]{8}$/, 'messages.error.code') });

const days = (least: number, most: number) => z.coerce.number('messages.error.days').int('messages.error.days').min(least, 'messages.error.days').max(most, 'messages.error.days');
const time = z.string().trim().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/, 'messages.error.time');
/** "5, 1": the farthest first, each once. */
const before = z.string().trim().regex(/^[0-9]{1,2}(?:[,，、 ]+[0-9]{1,2}){0,4}$/, 'messages.error.before')
  .transform((text) => [...new Set((text.match(/[0-9]+/g) ?? []).map(Number))].sort((a, b) => b - a))
  .refine((list) => list.every((n) => n >= 1 && n <= 30), 'messages.error.before');

export const settingsForm = z.strictObject({ version, before, repeatDays: days(2, 30), coolDownDays: days(1, 10), reviewDays: days(1, 30), from: time, until: time })
  .refine((s) => s.from < s.until, { path: ['until'], message: 'messages.error.hours' });

export const channelForm = z.strictObject({
  unit: id, kind: z.enum(CHANNEL_KINDS, 'errors.required'),
  address: z.string().trim().min(1, 'errors.required').max(500, 'errors.too_long'), secret: z.string().trim().max(200, 'errors.too_long'),
});
export const versionForm = z.strictObject({ version });

/** Those that were ticked, and why nothing more is done about them. */
export const setAsideForm = z.strictObject({
  ids: z.union([z.array(id), id], 'messages.error.nothing_ticked').transform((v) => [...new Set(Array.isArray(v) ? v : [v])]), reason: z.string().trim().min(1, 'errors.required').max(500, 'errors.too_long'),
});

export type SettingAside = z.infer<typeof setAsideForm>;
export type ChannelWish = z.infer<typeof channelForm>;
export type SettingsWish = z.infer<typeof settingsForm>;
