import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import type { EndingWish } from './ending-forms.ts';
import { checkSurvivor } from './merge-sources.ts';
import { moveTask } from './move-task.ts';
import { TASK_LIFE } from './task-lifecycle.ts';
import { visibleTo } from './task-policy.ts';

/** A supervisor proposes that a task be withdrawn, merged or made standing; until another person confirms it nothing changes, the light least of all. */
export async function proposeEnding(context: Context, actor: Actor, id: number, { version, kind, reason, survivor }: EndingWish): Promise<void> {
  await transaction(context, async (tx) => {
    const facts = await moveTask(tx, context, actor, id, { act: 'propose_ending', event: 'ending.proposed', version, data: { ending: kind, reason } });
    if (!TASK_LIFE[kind].from.some((status) => status === facts.status)) throw new Refused([{ key: 'tasks.error.ending_kind', field: 'kind' }]);
    const survivorId = kind === 'merge' ? await survivorOf(tx, actor, id, survivor) : null;
    await tx.taskEnding.create({ data: { taskId: id, kind, reason, survivorId, status: 'pending', proposedById: actor.accountId, proposedAt: context.clock.now() } });
  });
}

/** The task that is to take over, by the number that was typed. */
async function survivorOf(tx: Tx, actor: Actor, id: number, number: string): Promise<number> {
  const found = number === '' ? null : await tx.task.findFirst({ where: { number, AND: [visibleTo(actor)] }, select: { id: true } });
  if (found === null) throw new Refused([{ key: 'tasks.error.survivor_unknown', field: 'survivor' }]);
  await checkSurvivor(tx, id, found.id);
  return found.id;
}
