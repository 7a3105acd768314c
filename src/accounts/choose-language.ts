import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import type { Locale } from '../kernel/text.ts';

/** The language that a person's sessions begin with. */
export async function chooseLanguage(context: Context, actor: Actor, locale: Locale): Promise<void> {
  await transaction(context, async (tx) => {
    await tx.account.update({ where: { id: actor.accountId }, data: { locale } });
    await recordEvent(tx, context, actor, { event: 'account.changed', subject: `account:${actor.accountId}`, data: { locale } });
  });
}
