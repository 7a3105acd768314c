import type { Actor } from '../kernel/actor.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import type { PhaseWish } from './ending-forms.ts';
import { moveTask } from './move-task.ts';

/**
 * The supervisor accepts a phase (阶段性办结) and says what comes next. The task stays live with its deadline (R11) and is counted as
 * closed for a phase, never as closed; where the unit had asked to close, its application is settled by this.
 */
export async function closePhase(context: Context, actor: Actor, id: number, { version, ...phase }: PhaseWish): Promise<void> {
  await transaction(context, async (tx) => {
    const now = context.clock.now();
    const handedIn = await tx.task.findUnique({ where: { id }, select: { submittedAt: true } });
    const closedOn = dayOf(handedIn?.submittedAt ?? now);
    const columns = { submittedAt: null, submittedById: null, returnReason: null };
    const { deadline } = await moveTask(tx, context, actor, id, { act: 'close_phase', event: 'task.phase_closed', version, columns, data: { phase: phase.title, nextDueOn: phase.nextDueOn, note: phase.standard } });
    if (phase.nextDueOn <= dayOf(now)) throw new Refused([{ key: 'tasks.error.next_phase_past', field: 'nextDueOn' }]);
    if (phase.nextDueOn > deadline) throw new Refused([{ key: 'tasks.error.next_phase_late', values: { day: deadline }, field: 'nextDueOn' }]);
    const ordinal = 1 + (await tx.phaseClosing.count({ where: { taskId: id } }));
    await tx.phaseClosing.create({ data: { ...phase, taskId: id, ordinal, closedOn, closedAt: now, closedById: actor.accountId } });
  });
}
