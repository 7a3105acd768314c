import { recordEvent, type EventToRecord } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged } from '../kernel/db/transaction.ts';
import { settleTask } from '../tasks/settle-task.ts';
import type { HeldItem, HeldKind } from './held-work.ts';

/** What the log says of it. */
export interface PassingWords { unit: string; from: string; to: string; reason: string }

const EVENTS = { handling: 'assignment.handed_on', draft: 'filing.handed_on', charge: 'task.charge_handed_on' } as const satisfies Record<HeldKind, EventToRecord['event']>;

/** One thing in hand changes hands, with its event on the task's timeline; the gate has been passed. @param to null: back to the unit */
export async function passOn(context: Context, actor: Actor, item: HeldItem, to: number | null, words: PassingWords): Promise<void> {
  const { kind, id, taskId, number, title, detail } = item;
  await PASSES[kind](context, actor, item, to);
  const subject = kind === 'draft' ? `filing:${id}` : `task:${taskId}`;
  await recordEvent(context.db, context, actor, { event: EVENTS[kind], subject, thread: `task:${taskId}`, data: { ...words, number, title, ...(kind === 'draft' ? { period: detail } : {}) } });
  await settleTask(context.db, context, taskId, EVENTS[kind]);
}

type Pass = (context: Context, actor: Actor, item: HeldItem, to: number | null) => Promise<void>;

const PASSES: Record<HeldKind, Pass> = { handling: passHandling, draft: passDraft, charge: passCharge };

/** The row that ran ends and stays; an office that was named goes on without the person. */
async function passHandling({ db, clock }: Context, actor: Actor, { id }: HeldItem, to: number | null): Promise<void> {
  const now = clock.now();
  const { assignmentId, office, note } = await db.handling.findUniqueOrThrow({ where: { id }, select: { assignmentId: true, office: true, note: true } });
  expectChanged(await db.handling.updateMany({ where: { id, endedAt: null }, data: { endedAt: now } }));
  if (to !== null || office !== '') await db.handling.create({ data: { assignmentId, office, accountId: to, note, givenById: actor.accountId, givenAt: now } });
  await db.assignment.update({ where: { id: assignmentId }, data: { version: { increment: 1 } } });
}

/** Who wrote it stays written in it: four eyes hold as before (T4). */
async function passDraft({ db, clock }: Context, _actor: Actor, { id }: HeldItem, to: number | null): Promise<void> {
  expectChanged(await db.filing.updateMany({ where: { id, status: { in: ['draft', 'returned'] } }, data: { handedOnAt: clock.now(), heldById: to, version: { increment: 1 } } }));
}

async function passCharge({ db }: Context, _actor: Actor, { id, accountId }: HeldItem, to: number | null): Promise<void> {
  if (to === null) throw new Error('a task is supervised by somebody');
  expectChanged(await db.task.updateMany({ where: { id, supervisorId: accountId }, data: { supervisorId: to, version: { increment: 1 } } }));
}
