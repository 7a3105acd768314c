import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { addDays } from '../kernel/days.ts';
import { Refused } from '../kernel/errors.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { recordEvent } from '../audit/record-event.ts';
import { isBindingRed, LONGEST_OVERRIDE_DAYS } from './light-override.ts';
import type { OverrideWish } from './override-forms.ts';
import type { OverrideAct } from './override-lifecycle.ts';
import { gateOverride } from './override-policy.ts';
import { settleTask } from './settle-task.ts';
import { findFacts } from './task-facts.ts';
import { verdictOf } from './task-verdict.ts';

export type OpenOverride = Awaited<ReturnType<typeof openOverrides>>[number];
const openOverrides = (tx: Tx, taskId: number) => tx.lightOverride.findMany({ where: { taskId, status: { in: ['proposed', 'in_force'] } } });

/** The first line of every verb on a light: the task under scope, the gate, the version that was seen. @throws NotFound, Forbidden, Conflict */
export async function gateLight(tx: Tx, context: Context, actor: Actor, taskId: number, act: OverrideAct, version: number): Promise<OpenOverride[]> {
  const { status } = await findFacts(tx, actor, taskId);
  await tx.lightOverride.updateMany({ where: { taskId, status: 'in_force', expiresOn: { lt: dayAt(context.clock) } }, data: { status: 'lifted' } }); // its day has passed
  const overrides = await openOverrides(tx, taskId);
  gateOverride(actor, act, { taskStatus: status, overrides });
  expectChanged(await tx.task.updateMany({ where: { id: taskId, version }, data: { version: { increment: 1 } } }));
  return overrides;
}

/** Writes down a light set, or proposed, by hand with what is computed beside it (R20). @throws NotFound, Forbidden, Conflict, Refused */
export async function writeOverride(context: Context, actor: Actor, taskId: number, { version, ...wish }: OverrideWish, act: 'set' | 'propose', event: AuditEventName): Promise<void> {
  await transaction(context, async (tx) => {
    await gateLight(tx, context, actor, taskId, act, version);
    const { light: computed, rule } = await checkOverride(tx, context, taskId, wish);
    const now = context.clock.now();
    const decided = act === 'set' ? { status: 'in_force', decidedById: actor.accountId, decidedAt: now } : { status: 'proposed' };
    await tx.lightOverride.create({ data: { ...wish, ...decided, taskId, computed, rule, proposedById: actor.accountId, proposedAt: now } });
    await recordEvent(tx, context, actor, { event, subject: `task:${taskId}`, data: { light: wish.light, computed, expiresOn: wish.expiresOn, reason: wish.reason } });
    await settleTask(tx, context, taskId, event);
  });
}

/** @throws Refused where the light is so already, the day is not ahead or too far, or a passed deadline or missed target would turn green */
export async function checkOverride(tx: Tx, context: Context, taskId: number, { light, expiresOn }: Pick<OverrideWish, 'light' | 'expiresOn'>) {
  const verdict = await verdictOf(tx, context, taskId);
  const today = dayAt(context.clock);
  const last = addDays(today, LONGEST_OVERRIDE_DAYS);
  if (verdict === null) throw new Refused('tasks.why_not.lead');
  if (expiresOn < today || expiresOn > last) throw new Refused([{ key: 'tasks.error.override_day', values: { from: today, to: last }, field: 'expiresOn' }]);
  if (light === 'green' && isBindingRed(verdict.rule)) throw new Refused([{ key: 'tasks.error.override_binding', field: 'light' }]);
  if (light === verdict.light) throw new Refused([{ key: 'tasks.error.override_same', field: 'light' }]);
  return verdict;
}
