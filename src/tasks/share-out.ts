import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { keepShares, type DistrictShare } from './district-shares.ts';
import { settleTask } from './settle-task.ts';
import { gateTask } from './task-facts.ts';

/** Gives each district of a draft its own target and weight (指标分解); with the hand-over they are fixed in the children. */
export async function shareOut(context: Context, actor: Actor, id: number, { version, shares }: { version: number; shares: Map<number, DistrictShare> }): Promise<void> {
  await transaction(context, async (tx) => {
    const task = await gateTask(context, tx, actor, id, 'edit');
    expectChanged(await tx.task.updateMany({ where: { id, version, status: 'draft' }, data: { districtShares: keepShares(shares), version: { increment: 1 } } }));
    await recordEvent(tx, context, actor, { event: 'task.changed', subject: `task:${id}`, data: { title: task.title, shares: Object.fromEntries(shares) } });
    await settleTask(tx, context, id, 'task.changed');
  });
}
