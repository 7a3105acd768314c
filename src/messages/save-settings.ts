import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, isUniqueViolation, transaction } from '../kernel/db/transaction.ts';
import { Conflict } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { SettingsWish } from './message-forms.ts';
import { requireKeeper } from './message-policy.ts';
import { messageSettings, SETTING_KEY } from './settings-queries.ts';

/** When reminders go out, from the next round on. @throws Forbidden, Conflict */
export async function saveSettings(context: Context, actor: Actor, { version, ...settings }: SettingsWish): Promise<void> {
  requireKeeper(actor);
  const value = JSON.stringify(settings);
  try {
    await transaction(context, async (tx) => {
      const before = await messageSettings({ db: tx as Context['db'] });
      if (version === 0) await tx.setting.create({ data: { key: SETTING_KEY, value } });
      else expectChanged(await tx.setting.updateMany({ where: { key: SETTING_KEY, version }, data: { value, version: { increment: 1 } } }));
      await recordEvent(tx, context, actor, { event: 'setting.changed', subject: `setting:${SETTING_KEY}`, data: { from: before, to: settings } });
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict();
    throw error;
  }
}
