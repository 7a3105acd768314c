import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Conflict, Forbidden, NotFound, Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { findFacts } from '../tasks/task-facts.ts';
import { UPPER_RUNGS, type EscalationKind } from './escalation.ts';
import type { EscalationWish } from './escalation-forms.ts';
import { mayEscalate, whyNotEscalate } from './escalation-policy.ts';
import { lockTask } from './lock-task.ts';
import { pressFacts } from './press-facts.ts';
import { nextFormNumber } from './slip-number.ts';

/** Records a talk or a criticism that followed a notice and a verification in vain (R24). @throws NotFound, Forbidden, Refused, Conflict */
export async function recordEscalation(context: Context, actor: Actor, taskId: number, kind: EscalationKind, wish: EscalationWish): Promise<{ id: number; number: string }> {
  return transaction(context, async (tx) => {
    await lockTask(tx, taskId);
    await findFacts(tx, actor, taskId);
    const today = dayAt(context.clock);
    const facts = (await pressFacts(context, tx, [taskId], today)).get(taskId);
    if (facts === undefined) throw new NotFound(`task ${String(taskId)}`);
    const complaint = whyNotEscalate(actor, kind, facts, today);
    if (complaint !== null) throw mayEscalate(actor, kind) ? new Refused([complaint]) : new Forbidden(complaint.key);
    if (facts.unitId === null || facts.ground === null) throw new Conflict('supervision.error.turn_passed');
    if (wish.heldOn > today) throw new Refused([{ key: 'supervision.error.future', field: 'heldOn' }]);
    const { series, mark } = UPPER_RUNGS[kind];
    const number = await nextFormNumber(tx, series, mark, today);
    const { id } = await tx.escalation.create({
      data: { ...wish, number, kind, taskId, unitId: facts.unitId, ground: facts.ground.kind, groundDay: facts.ground.day, recordedAt: context.clock.now(), recordedById: actor.accountId },
    });
    const data = { number, rung: kind, unit: facts.unitName, heldOn: wish.heldOn, note: wish.result };
    await recordEvent(tx, context, actor, { event: 'escalation.recorded', subject: `escalation:${String(id)}`, thread: `task:${String(taskId)}`, data });
    await settleTask(tx, context, taskId, 'escalation.recorded');
    return { id, number };
  });
}
