import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx, ExtensionUncheckedUpdateInput } from '../kernel/db/client.ts';
import { expectChanged } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { recordEvent } from '../audit/record-event.ts';
import { EXTENSION_LIFE, type ExtensionAct } from './extension-lifecycle.ts';
import { applicationOf, gateExtension } from './extension-policy.ts';
import { moveDeadline } from './move-deadline.ts';
import { settleTask } from './settle-task.ts';
import { findFacts, type KnownTask } from './task-facts.ts';

/** One step of an application's life as a verb asks for it. */
export interface ExtensionMove {
  act: ExtensionAct | ((task: KnownTask) => ExtensionAct);
  /** The version of the task that the person saw. */
  version: number;
  columns: ExtensionUncheckedUpdateInput;
  reason: string;
}

const EVENTS: Record<ExtensionAct, AuditEventName> = {
  prepare: 'extension.prepared', ask: 'extension.asked', grant: 'extension.granted', endorse: 'extension.endorsed', refuse: 'extension.refused',
  approve: 'extension.granted', overrule: 'extension.refused', take_back: 'extension.taken_back',
};

/** Gate, version, status by the table, a later deadline where it is granted, event, settling. @throws NotFound, Forbidden, Conflict */
export async function moveExtension(tx: Tx, context: Context, actor: Actor, id: number, { act: wanted, version, columns, reason }: ExtensionMove): Promise<void> {
  const task = await findFacts(tx, actor, id);
  const act = typeof wanted === 'string' ? wanted : wanted(task);
  gateExtension(actor, act, task, today(context.clock));
  const application = applicationOf(task);
  if (application === null) throw new NotFound('extension');
  const { to } = EXTENSION_LIFE[act];
  expectChanged(await tx.task.updateMany({ where: { id, version }, data: { version: { increment: 1 } } }));
  await tx.extension.update({ where: { id: application.id }, data: { ...columns, ...endorsing(act, columns), status: to, version: { increment: 1 } } });
  if (to === 'granted') await moveDeadline(tx, id, task.deadline, application.toDeadline);
  await recordEvent(tx, context, actor, { event: EVENTS[act], subject: `task:${id}`, data: { from: task.deadline, to: application.toDeadline, reason } });
  await settleTask(tx, context, id, EVENTS[act]);
}

/** The supervisor's yes to what a leader must approve is no decision yet. */
const endorsing = (act: ExtensionAct, { decidedById, decidedAt, decisionReason }: ExtensionUncheckedUpdateInput): ExtensionUncheckedUpdateInput =>
  (act === 'endorse' ? { endorsedById: decidedById ?? null, endorsedAt: decidedAt ?? null, endorsement: decisionReason ?? null, decidedById: null, decidedAt: null, decisionReason: null } : {});
