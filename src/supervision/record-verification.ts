import type { Actor } from '../kernel/actor.ts';
import { today as dayAt, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden, Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { findFacts } from '../tasks/task-facts.ts';
import { findingTermFrom } from './finding-policy.ts';
import { lockTask } from './lock-task.ts';
import { mayPress } from './press-policy.ts';
import { nextFormNumber } from './slip-number.ts';
import { INSPECTION_SERIES } from './verification.ts';
import type { ProblemWish, VerificationWish } from './verification-forms.ts';
import { overVisitCap, visitsOfUnit } from './visit-cap.ts';

/** A supervisor or inspector writes down what was found on site or on paper, with the problems to be put right. @throws NotFound, Forbidden, Refused */
export async function recordVerification(context: Context, actor: Actor, taskId: number, wish: VerificationWish): Promise<{ id: number; number: string }> {
  return transaction(context, async (tx) => {
    await lockTask(tx, taskId);
    const task = await findFacts(tx, actor, taskId);
    if (!mayPress(actor)) throw new Forbidden('supervision.why_not.verify');
    const unitId = task.assignments.find((a) => a.role === 'lead')?.unitId;
    if (unitId === undefined || task.number === null) throw new Refused('supervision.error.not_handed_over');
    const today = dayAt(context.clock);
    const overCap = await checkDays(tx, context, unitId, wish, today);
    const { reportedProgress, unit } = await reported(tx, taskId, unitId);
    if (wish.sampleId !== null && (await tx.sampleItem.count({ where: { sampleId: wish.sampleId, taskId } })) === 0) throw new Refused('supervision.error.not_sampled');
    const number = await nextFormNumber(tx, INSPECTION_SERIES.verification.series, INSPECTION_SERIES.verification.mark, today);
    const { problems, capReason, ...found } = wish;
    const { id } = await tx.verification.create({
      data: { ...found, number, taskId, unitId, reportedProgress, capReason: overCap ? capReason : null, objectUntil: findingTermFrom(today, context.calendar), recordedAt: context.clock.now(), recordedById: actor.accountId },
    });
    await recordEvent(tx, context, actor, {
      event: 'verification.recorded', subject: `verification:${String(id)}`, thread: `task:${String(taskId)}`, data: { number, unit, verdict: wish.verdict, visitedOn: wish.visitedOn, note: wish.finding, ...(overCap ? { capReason } : {}) },
    });
    await settleTask(tx, context, taskId, 'verification.recorded');
    for (const problem of problems) await raiseProblem(tx, context, actor, { verificationId: id, taskId, unitId, unit }, problem);
    return { id, number };
  });
}

/** @returns whether it goes beyond the cap. @throws Refused where it does so without a reason, or lies in the future, or a problem is due in the past */
async function checkDays(tx: Tx, context: Context, unitId: number, wish: VerificationWish, today: Day): Promise<boolean> {
  if (wish.visitedOn > today) throw new Refused([{ key: 'supervision.error.future', field: 'visitedOn' }]);
  const late = wish.problems.findIndex((p) => p.dueOn <= today);
  if (late >= 0) throw new Refused([{ key: 'supervision.error.due_past', field: `dueOn${String(late + 1)}` }]);
  const over = wish.method === 'site' && overVisitCap(await visitsOfUnit(tx, context, unitId, wish.visitedOn));
  if (over && wish.capReason === '') throw new Refused([{ key: 'supervision.error.visit_cap', field: 'capReason' }]);
  return over;
}

async function reported(tx: Tx, taskId: number, unitId: number): Promise<{ reportedProgress: number; unit: string }> {
  const { progress } = await tx.task.findUniqueOrThrow({ where: { id: taskId }, select: { progress: true } });
  const { shortName } = await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { shortName: true } });
  return { reportedProgress: progress, unit: shortName };
}

async function raiseProblem(tx: Tx, context: Context, actor: Actor, of: { verificationId: number; taskId: number; unitId: number; unit: string }, wish: ProblemWish): Promise<void> {
  const { unit, ...keys } = of;
  const number = await nextFormNumber(tx, INSPECTION_SERIES.problem.series, INSPECTION_SERIES.problem.mark, dayAt(context.clock));
  const { id } = await tx.problem.create({ data: { ...keys, ...wish, number, status: 'open', raisedAt: context.clock.now(), raisedById: actor.accountId } });
  await recordEvent(tx, context, actor, {
    event: 'problem.raised', subject: `problem:${String(id)}`, thread: `task:${String(of.taskId)}`, data: { number, unit, dueOn: wish.dueOn, note: wish.description },
  });
  await settleTask(tx, context, of.taskId, 'problem.raised');
}
