import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { recordEvent } from '../audit/record-event.ts';
import { coordinationDue, WAITING_STATUSES } from './coordination.ts';
import type { FilingPlace } from './filing-place.ts';

/**
 * What a report asks others to settle becomes a matter with an owner and a clock, in the act that sends the report. The same words of
 * the same unit on the same task are the same matter, whichever period they stand in: it is raised once (DOMAIN, Burden).
 */
export async function raiseCoordination(tx: Tx, context: Context, actor: Actor, { branch, period }: FilingPlace, filingId: number, matter: string): Promise<void> {
  if (matter === '') return;
  const { taskId, unitId, unit } = branch;
  const known = await tx.coordination.findMany({ where: { taskId, unitId, OR: [{ matter }, { filingId, status: { in: [...WAITING_STATUSES] } }] }, select: { id: true, matter: true } });
  if (known.some((row) => row.matter === matter)) return;
  const day = today(context.clock);
  const now = context.clock.now();
  const running = known[0]; // this very report asked for something else before it was returned
  const id = running === undefined
    ? (await tx.coordination.create({ data: { taskId, filingId, unitId, period, matter, status: 'open', owner: 'supervisor', dueOn: coordinationDue(day, context.calendar), raisedAt: now, raisedById: actor.accountId, ownedSince: now } })).id
    : (await tx.coordination.update({ where: { id: running.id }, data: { matter, raisedById: actor.accountId, version: { increment: 1 } } })).id;
  await recordEvent(tx, context, actor, { event: 'coordination.raised', subject: `coordination:${String(id)}`, thread: `task:${String(taskId)}`, data: { unit: unit.shortName, period, matter } });
}
