import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { coordinationDue, WAITING_STATUSES } from './coordination.ts';
import type { AssignWish } from './coordination-forms.ts';
import { gateCoordinationOf } from './find-coordination.ts';

/** The supervisor says who deals with the matter and by when: themselves, a unit, a leader or somebody outside. @throws NotFound, Forbidden, Refused, Conflict */
export async function assignCoordination(context: Context, actor: Actor, id: number, { version, owner, ownerUnitId, outsideName, days }: AssignWish): Promise<void> {
  await transaction(context, async (tx) => {
    const row = await gateCoordinationOf(tx, actor, id, 'assign');
    const unit = owner === 'unit' ? await unitToAsk(tx, ownerUnitId ?? 0, row.unitId) : null;
    const dueOn = coordinationDue(today(context.clock), context.calendar, days);
    expectChanged(await tx.coordination.updateMany({
      where: { id, version, status: { in: [...WAITING_STATUSES] } },
      data: {
        status: 'assigned', owner, ownerUnitId: unit?.id ?? null, outsideName: owner === 'outside' ? outsideName : '', dueOn,
        ownedSince: context.clock.now(), assignedById: actor.accountId, version: { increment: 1 },
      },
    }));
    const data = { unit: row.unit.shortName, matter: row.matter, owner, ownerName: unit?.shortName ?? outsideName, dueOn };
    await recordEvent(tx, context, actor, { event: 'coordination.assigned', subject: `coordination:${String(id)}`, thread: `task:${String(row.taskId)}`, data });
    await settleTask(tx, context, row.taskId, 'coordination.assigned');
  });
}

async function unitToAsk(tx: Tx, id: number, askingUnitId: number): Promise<{ id: number; shortName: string }> {
  const unit = await tx.unit.findFirst({ where: { id, active: true }, select: { id: true, shortName: true } });
  if (unit === null) throw new Refused([{ key: 'coordinations.error.unit_missing', field: 'ownerUnitId' }]);
  if (unit.id === askingUnitId) throw new Refused([{ key: 'coordinations.error.own_unit', field: 'ownerUnitId' }]);
  return unit;
}
