import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Conflict, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { requireKeeper } from './message-policy.ts';

/** A delivery that was given up is tried anew, on the day of its digest only: later the next one tells what is due. @throws Forbidden, NotFound, Conflict */
export async function retryDelivery(context: Context, actor: Actor, id: number): Promise<void> {
  requireKeeper(actor);
  await transaction(context, async (tx) => {
    const delivery = await tx.delivery.findFirst({ where: { id, status: 'dead' }, include: { message: { include: { unit: { select: { shortName: true } } } } } });
    if (delivery?.message == null) throw new NotFound(`delivery ${String(id)}`);
    const { message } = delivery;
    if (message.day !== today(context.clock)) throw new Conflict('messages.error.stale');
    await tx.delivery.updateMany({ where: { id, status: 'dead' }, data: { status: 'queued', attempts: 0, nextAt: context.wallClock.now(), version: { increment: 1 } } });
    await recordEvent(tx, context, actor, { event: 'delivery.retried', subject: `delivery:${String(id)}`, data: { day: message.day, unit: message.unit.shortName } });
  });
}
