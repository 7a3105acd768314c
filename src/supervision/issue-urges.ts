import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { allOrNothing } from '../kernel/db/transaction.ts';
import { Forbidden, Refused, type Complaint } from '../kernel/errors.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { issueUrge } from './issue-urge.ts';
import type { IssuedSlip } from './issue-slip.ts';
import { pressFacts, type PressedTask } from './press-facts.ts';
import { limitFor, mayPress, NO_PLEAS, whyNotPress } from './press-policy.ts';
import type { UrgesWish } from './slip-forms.ts';

export interface PlannedUrge {
  task: PressedTask;
  /** Why it cannot be urged now; null where it can. */
  whyNot: Complaint | null;
  /** What of the unit's cap it goes beyond, which one reason for the batch gets past; null where it does not. */
  beyond: Complaint | null;
}

/** What urging these tasks would do: nothing is written. Slips planned here count towards the unit's cap of the month. */
export async function planUrges(context: Context, actor: Actor, taskIds: readonly number[]): Promise<PlannedUrge[]> {
  if (!mayPress(actor)) throw new Forbidden('tasks.why_not.relation.press');
  const today = dayAt(context.clock);
  const seen = await context.db.task.findMany({ where: { id: { in: [...taskIds] }, AND: [visibleTo(actor)] }, select: { id: true } });
  const found = await pressFacts(context, context.db, seen.map((t) => t.id), today);
  const planned = new Map<number, number>();
  return [...found.values()].map((task) => {
    const unit = task.unitId ?? 0;
    const before = planned.get(unit) ?? 0;
    const facts = { ...task, slipsThisMonth: task.slipsThisMonth + before };
    const whyNot = whyNotPress('urge', facts, { ...NO_PLEAS, beyondCap: true }, today, context.calendar);
    if (whyNot === null) planned.set(unit, before + 1);
    return { task, whyNot, beyond: whyNot === null ? limitFor('beyondCap', 'urge', facts, today, context.calendar) : null };
  });
}

/** Urges many units with the same words: all slips or, where one of them cannot be issued, none. @throws Refused naming the lines, or where some go beyond their unit's cap and no reason was given for the batch */
export async function issueUrges(context: Context, actor: Actor, { taskIds, capReason = '', ...words }: UrgesWish): Promise<IssuedSlip[]> {
  const wanted = [...new Set(taskIds)];
  return allOrNothing(context, async (inside) => {
    const plan = await planUrges(inside, actor, wanted);
    const blocked = plan.filter((p) => p.whyNot !== null);
    if (blocked.length > 0 || plan.length !== wanted.length) throw new Refused(blocked.length > 0 ? blocked.map(complaintOf) : [{ key: 'supervision.error.line_gone' }]);
    const beyond = plan.flatMap((p) => p.beyond ?? []);
    if (beyond.length > 0 && capReason === '') throw new Refused([{ key: 'supervision.error.batch_cap', values: { count: beyond.length }, field: 'capReason' }]);
    const slips: IssuedSlip[] = [];
    for (const { task } of plan) slips.push(await issueUrge(inside, actor, task.id, { ...words, unitId: task.unitId ?? 0, urgentReason: '', capReason }));
    return slips;
  });
}

const complaintOf = ({ task }: PlannedUrge): Complaint => ({ key: 'supervision.error.line_blocked', values: { number: task.number ?? '', title: task.title } });
