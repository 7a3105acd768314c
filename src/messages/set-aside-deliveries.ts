import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { SettingAside } from './message-forms.ts';
import { requireKeeper } from './message-policy.ts';

/** What was given up and will not be tried anew is put aside with the reason; the message stays in the inbox of everybody it is for. @throws Forbidden, NotFound where somebody did it before */
export async function setAsideDeliveries(context: Context, actor: Actor, { ids, reason }: SettingAside): Promise<number> {
  requireKeeper(actor);
  return transaction(context, async (tx) => {
    const { count } = await tx.delivery.updateMany({ where: { id: { in: ids }, status: 'dead' }, data: { status: 'set_aside', version: { increment: 1 } } });
    if (count !== ids.length) throw new NotFound('deliveries that were given up');
    await recordEvent(tx, context, actor, { event: 'delivery.set_aside', subject: `delivery:${String(ids[0])}`, data: { count, reason, ids } });
    return count;
  });
}
