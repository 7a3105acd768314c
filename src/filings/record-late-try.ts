import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { AuditEventWhereInput, Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { LATE_TRY } from '../tasks/late-try.ts';

const PLACE_IN_PATH = /^\/tasks\/([1-9][0-9]{0,9})(?:\/filings\/([0-9QH-]{4,7}|once))?\//;

/** What the two wanted to change, and who was first. */
interface Contest { subject: string; first: { accountId: number; name: string } }

/**
 * Writes down that a change under a task came too late, so that whoever was first is told on its pages (SECURITY C1). Once for each person
 * and change: trying again is nothing new, and being too late for oneself is no matter between two people.
 */
export async function recordLateTry(context: Context, actor: Actor | null, path: string): Promise<void> {
  const place = PLACE_IN_PATH.exec(`${path}/`);
  if (actor === null || place === null) return;
  const [thread, taskId, period] = [`task:${place[1] ?? ''}`, Number(place[1]), place[2]];
  await transaction(context, async (tx) => {
    const contest = period === undefined ? await contestOf(tx, thread, { subject: { not: { startsWith: 'filing:' } } }) : await contestOverReport(tx, actor, thread, { taskId, period });
    if (contest === null || contest.first.accountId === actor.accountId) return;
    const { subject, first } = contest;
    const since = await tx.auditEvent.findFirst({ where: { thread, event: { not: LATE_TRY } }, orderBy: { seq: 'desc' }, select: { seq: true } });
    if (await tx.auditEvent.count({ where: { thread, subject, event: LATE_TRY, accountId: actor.accountId, seq: { gt: since?.seq ?? 0 } } }) > 0) return;
    await recordEvent(tx, context, actor, { event: LATE_TRY, subject, thread, data: { first: first.name, firstId: first.accountId } });
  });
}

/** The last that happened to it. */
async function contestOf(tx: Tx, thread: string, where: AuditEventWhereInput): Promise<Contest & { at: Date } | null> {
  const last = await tx.auditEvent.findFirst({ where: { ...where, thread, event: { not: LATE_TRY } }, orderBy: { seq: 'desc' }, select: { at: true, accountId: true, actorName: true } });
  return last?.accountId == null ? null : { subject: thread, at: last.at, first: { accountId: last.accountId, name: last.actorName } };
}

/** What a page keeps by itself while somebody writes is not an event each time: there the row says who wrote last. */
async function contestOverReport(tx: Tx, actor: Actor, thread: string, { taskId, period }: { taskId: number; period: string }): Promise<Contest | null> {
  const filing = await tx.filing.findFirst({ where: { taskId, period, assignment: { unitId: actor.unitId } }, select: { id: true, draftedById: true, draftedAt: true } });
  // Of another unit's report the reviewers of one house are told of each other.
  if (filing === null) return contestOf(tx, thread, { subject: { startsWith: 'filing:' }, unitId: actor.unitId });
  const subject = `filing:${filing.id}`;
  const said = await contestOf(tx, thread, { subject });
  if (said !== null && said.at > filing.draftedAt) return { ...said, subject };
  const writer = await tx.account.findUniqueOrThrow({ where: { id: filing.draftedById }, select: { name: true } });
  return { subject, first: { accountId: filing.draftedById, name: writer.name } };
}
