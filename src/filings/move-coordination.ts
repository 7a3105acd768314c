import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { CoordinationUpdateManyMutationInput } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { coordinationDue } from './coordination.ts';
import type { CoordinationStep } from './coordination-forms.ts';
import { COORDINATION_LIFE, type CoordinationAct } from './coordination-lifecycle.ts';
import { gateCoordinationOf } from './find-coordination.ts';

export type CoordinationMove = Exclude<CoordinationAct, 'assign'>;

/** What an act writes beside the status. An answer that did not help starts the supervisors' clock again. */
function columnsOf(context: Context, actor: Actor, act: CoordinationMove, words: string): CoordinationUpdateManyMutationInput & { ownerUnitId?: null } {
  const now = context.clock.now();
  switch (act) {
    case 'answer': return { answer: words, answeredById: actor.accountId, answeredAt: now };
    case 'settle': return { remark: words, settledById: actor.accountId, settledAt: now };
    case 'drop': return { remark: words, settledById: actor.accountId, settledAt: now };
    case 'reopen': return { remark: words, reopened: { increment: 1 }, owner: 'supervisor', ownerUnitId: null, outsideName: '', ownedSince: now, dueOn: coordinationDue(today(context.clock), context.calendar) };
  }
}

/** One step of such a matter by the table: 答复, 确认解决, 未解决, 撤回. @throws NotFound, Forbidden, Conflict */
export async function moveCoordination(context: Context, actor: Actor, id: number, act: CoordinationMove, { version, words }: CoordinationStep): Promise<void> {
  await transaction(context, async (tx) => {
    const row = await gateCoordinationOf(tx, actor, id, act);
    const { from, to, event } = COORDINATION_LIFE[act];
    expectChanged(await tx.coordination.updateMany({ where: { id, version, status: { in: [...from] } }, data: { ...columnsOf(context, actor, act, words), status: to, version: { increment: 1 } } }));
    await recordEvent(tx, context, actor, { event, subject: `coordination:${String(id)}`, thread: `task:${String(row.taskId)}`, data: { unit: row.unit.shortName, matter: row.matter, note: words } });
    await settleTask(tx, context, row.taskId, event);
  });
}
