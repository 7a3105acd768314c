import type { Context } from '../kernel/context.ts';
import { DEFAULT_SETTINGS, type MessageSettings } from './reminder-rules.ts';

export const SETTING_KEY = 'messages';

/** When reminders go out, as an administrator set it; version 0 where nobody ever did. */
export async function messageSettings({ db }: Pick<Context, 'db'>): Promise<MessageSettings & { version: number }> {
  const row = await db.setting.findUnique({ where: { key: SETTING_KEY } });
  if (row === null) return { ...DEFAULT_SETTINGS, version: 0 };
  return { ...DEFAULT_SETTINGS, ...(JSON.parse(row.value) as Partial<MessageSettings>), version: row.version };
}
