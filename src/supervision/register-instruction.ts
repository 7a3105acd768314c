import { holderOfPost, type Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden, Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { findFacts } from '../tasks/task-facts.ts';
import { instructionCapPassed } from './instruction-cap.ts';
import type { InstructionWish } from './instruction-forms.ts';
import { mayInstruct } from './instruction-policy.ts';
import { nextFormNumber } from './slip-number.ts';
import { INSPECTION_SERIES } from './verification.ts';

/** A leader's written instruction on a task, entered by the leader or by a supervisor for them; its lead unit reports. @throws NotFound, Forbidden, Refused */
export async function registerInstruction(context: Context, actor: Actor, taskId: number, wish: InstructionWish): Promise<{ id: number; number: string }> {
  return transaction(context, async (tx) => {
    const task = await findFacts(tx, actor, taskId);
    if (!mayInstruct(actor)) throw new Forbidden('supervision.why_not.instruct');
    const today = dayAt(context.clock);
    const leaderId = await leaderOf(tx, actor, wish.leaderId);
    const unitId = task.assignments.find((a) => a.role === 'lead')?.unitId;
    if (unitId === undefined || task.number === null) throw new Refused('supervision.error.not_handed_over');
    if (wish.givenOn > today) throw new Refused([{ key: 'supervision.error.given_later', field: 'givenOn' }]);
    if (wish.dueOn <= today) throw new Refused([{ key: 'supervision.error.due_past', field: 'dueOn' }]);
    const cap = await instructionCapPassed(tx, context, unitId, today);
    const capReason = cap === null ? null : (wish.capReason ?? '');
    if (capReason === '') throw new Refused([{ key: 'supervision.error.instruction_cap', values: { cap: cap ?? 0 }, field: 'capReason' }]);
    const number = await nextFormNumber(tx, INSPECTION_SERIES.instruction.series, INSPECTION_SERIES.instruction.mark, today);
    const unit = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { shortName: true } });
    const { id } = await tx.instruction.create({
      data: { number, leaderId, taskId, unitId, givenOn: wish.givenOn, text: wish.text, dueOn: wish.dueOn, status: 'open', registeredById: actor.accountId, registeredAt: context.clock.now(), capReason },
    });
    await recordEvent(tx, context, actor, {
      event: 'instruction.registered', subject: `instruction:${String(id)}`, thread: `task:${String(taskId)}`, data: { number, unit: unit.shortName, dueOn: wish.dueOn, note: wish.text, ...(capReason === null ? {} : { capReason }) },
    });
    await settleTask(tx, context, taskId, 'instruction.registered');
    return { id, number };
  });
}

/** Leaders, and who stands in for them, speak for the leader; a supervisor says whose instruction it is. */
async function leaderOf(tx: Tx, actor: Actor, chosen: number | null): Promise<number> {
  if (actor.role === 'leader') return holderOfPost(actor);
  const post = chosen === null ? null : await tx.post.findFirst({ where: { accountId: chosen, role: 'leader', active: true }, select: { accountId: true } });
  if (post === null) throw new Refused([{ key: 'supervision.error.leader', field: 'leaderId' }]);
  return post.accountId;
}
