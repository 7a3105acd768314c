import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import type { FilingPlace } from './filing-place.ts';

/** How every act on a filing ends: its event on the task's timeline, and the task settled anew. */
export async function recordFiling(tx: Tx, context: Context, actor: Actor, { branch, period }: FilingPlace, filingId: number, event: AuditEventName, data: Record<string, unknown> = {}): Promise<void> {
  const { taskId, unit } = branch;
  await recordEvent(tx, context, actor, { event, subject: `filing:${filingId}`, thread: `task:${taskId}`, data: { period, unit: unit.shortName, branch: branch.id, ...data } });
  await settleTask(tx, context, taskId, event);
}
