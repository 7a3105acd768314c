import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { requireKeeper } from './message-policy.ts';

/** Nothing more goes to the robot; its address is forgotten. @throws Forbidden, NotFound, Conflict */
export async function endChannel(context: Context, actor: Actor, id: number, { version }: { version: number }): Promise<void> {
  requireKeeper(actor);
  await transaction(context, async (tx) => {
    const channel = await tx.channel.findFirst({ where: { id, active: true }, include: { unit: { select: { shortName: true } } } });
    if (channel === null) throw new NotFound(`channel ${String(id)}`);
    expectChanged(await tx.channel.updateMany({ where: { id, version, active: true }, data: { active: false, address: '', secret: null, version: { increment: 1 } } }));
    await recordEvent(tx, context, actor, { event: 'channel.ended', subject: `channel:${String(id)}`, data: { unit: channel.unit.shortName, robot: channel.kind, host: channel.host } });
  });
}
