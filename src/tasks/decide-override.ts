import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { NotFound, Refused } from '../kernel/errors.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { Remark } from './ending-forms.ts';
import { OVERRIDE_LIGHTS } from './light-override.ts';
import { OVERRIDE_LIFE, type OverrideAct } from './override-lifecycle.ts';
import { settleTask } from './settle-task.ts';
import { checkOverride, gateLight, type OpenOverride } from './write-override.ts';

export type OverrideDecision = Exclude<OverrideAct, 'set' | 'propose'>;
const EVENTS: Record<OverrideDecision, AuditEventName> = { agree: 'light.overridden', decline: 'light.override_refused', lift: 'light.override_lifted' };

/** A supervisor agrees with what an inspector proposed, declines it with a reason, or lifts a light that was set by hand. @throws NotFound, Forbidden, Conflict, Refused */
export async function decideOverride(context: Context, actor: Actor, taskId: number, { version, remark }: Remark, act: OverrideDecision): Promise<void> {
  await transaction(context, async (tx) => {
    const open = await gateLight(tx, context, actor, taskId, act, version);
    const own = open.find((o) => o.status === OVERRIDE_LIFE[act].from);
    if (own === undefined) throw new NotFound('override');
    if (act === 'decline' && remark === '') throw new Refused([{ key: 'tasks.error.refusal_reason', field: 'remark' }]);
    if (act === 'agree') await replace(tx, context, actor, taskId, own);
    const who = { accountId: actor.accountId, at: context.clock.now() };
    const decided = act === 'lift' ? { liftedById: who.accountId, liftedAt: who.at } : { decidedById: who.accountId, decidedAt: who.at };
    await tx.lightOverride.update({ where: { id: own.id }, data: { ...decided, status: OVERRIDE_LIFE[act].to, ...(remark === '' ? {} : { remark }) } });
    await recordEvent(tx, context, actor, { event: EVENTS[act], subject: `task:${taskId}`, data: { light: own.light, computed: own.computed, expiresOn: own.expiresOn, reason: remark === '' ? own.reason : remark } });
    await settleTask(tx, context, taskId, EVENTS[act]);
  });
}

/** What was proposed days ago must hold today, and takes the place of what is in force. */
async function replace(tx: Tx, context: Context, actor: Actor, taskId: number, { light, expiresOn }: OpenOverride): Promise<void> {
  const wished = OVERRIDE_LIGHTS.find((l) => l === light);
  if (wished === undefined) throw new NotFound('override');
  await checkOverride(tx, context, taskId, { light: wished, expiresOn });
  await tx.lightOverride.updateMany({ where: { taskId, status: 'in_force' }, data: { status: 'lifted', liftedById: actor.accountId, liftedAt: context.clock.now() } });
}
