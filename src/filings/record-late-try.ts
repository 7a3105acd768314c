import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { LATE_TRY } from './late-try.ts';

const TASK_IN_PATH = /^\/tasks\/([1-9][0-9]{0,9})\//;

/**
 * Writes down that a change under a task came too late, so that its page tells whoever was first (SECURITY C1). Once for each person and
 * change: trying again is nothing new, and being too late for oneself is no matter between two people.
 */
export async function recordLateTry(context: Context, actor: Actor | null, path: string): Promise<void> {
  const id = TASK_IN_PATH.exec(`${path}/`)?.[1];
  if (actor === null || id === undefined) return;
  const thread = `task:${id}`;
  await transaction(context, async (tx) => {
    const last = await tx.auditEvent.findFirst({ where: { thread, event: { not: LATE_TRY } }, orderBy: { seq: 'desc' }, select: { seq: true, accountId: true, actorName: true } });
    if (last === null || last.accountId === null || last.accountId === actor.accountId) return;
    if (await tx.auditEvent.count({ where: { thread, event: LATE_TRY, accountId: actor.accountId, seq: { gt: last.seq } } }) > 0) return;
    await recordEvent(tx, context, actor, { event: LATE_TRY, subject: thread, data: { first: last.actorName } });
  });
}
