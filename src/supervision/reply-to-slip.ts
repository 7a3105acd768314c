import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { SLIP_LIFE } from './slip-lifecycle.ts';
import { gateReply, visibleSlips } from './slip-policy.ts';
import type { SlipReply } from './slip-forms.ts';

/** The head of the unit that was pressed answers in writing, once. @throws NotFound where the slip is another unit's, Forbidden, Conflict */
export async function replyToSlip(context: Context, actor: Actor, slipId: number, { version, reply }: SlipReply): Promise<void> {
  await transaction(context, async (tx) => {
    const slip = await tx.slip.findFirst({ where: { id: slipId, AND: [visibleSlips(actor)] }, include: { unit: { select: { shortName: true } } } });
    if (slip === null) throw new NotFound(`slip ${String(slipId)}`);
    gateReply(actor, slip);
    expectChanged(await tx.slip.updateMany({
      where: { id: slipId, version, repliedAt: null },
      data: { reply, repliedAt: context.clock.now(), repliedById: actor.accountId, version: { increment: 1 } },
    }));
    const { event } = SLIP_LIFE.reply;
    const data = { slip: slip.kind, number: slip.number, unit: slip.unit.shortName, note: reply };
    await recordEvent(tx, context, actor, { event, subject: `slip:${String(slipId)}`, thread: `task:${String(slip.taskId)}`, data });
    await settleTask(tx, context, slip.taskId, event);
  });
}
