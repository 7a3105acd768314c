import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { AssignmentUpdateManyMutationInput, Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import type { OtherRole } from './assignment.ts';
import { gateBranchOf, type BranchRow } from './assignment-facts.ts';
import type { Ruling } from './assignment-lifecycle.ts';
import type { Arbitration } from './branch-forms.ts';
import { moveBranch } from './move-branch.ts';
import { placeBranch } from './place-branch.ts';

/**
 * A supervisor decides an objection (裁定): dismissed, the unit signs; else it is relieved, takes another role, or another unit takes its
 * place. A task never loses its lead: for the lead, upholding names the unit that leads from now on. @throws NotFound, Forbidden, Conflict, Refused
 */
export async function arbitrateObjection(context: Context, actor: Actor, taskId: number, branchId: number, { version, ruling, unitId, reason }: Arbitration): Promise<void> {
  await transaction(context, async (tx) => {
    const row = await gateBranchOf(context, tx, actor, { taskId, branchId, act: ruling });
    const wanted = ruling === 'reassign' ? await successorOf(tx, row, unitId) : null;
    const decided = { objection: ruling === 'dismiss' ? 'dismissed' : 'upheld', arbitration: reason, arbitratedAt: context.clock.now(), arbitratedById: actor.accountId };
    const data = { ruling, reason, ...(wanted === null ? {} : { toUnit: wanted.name }) };
    // The old lead leaves before the new one comes: the database allows one at a time.
    if (wanted !== null) await tx.assignment.updateMany({ where: { id: row.id, version }, data: { role: 'former' } });
    if (wanted !== null) await placeBranch(tx, context, { taskId, unitId: wanted.id, role: row.role as OtherRole | 'lead', dueOn: row.dueOn, capReason: reason });
    await moveBranch(tx, context, actor, row, { act: ruling, version, columns: { ...decided, ...afterwards(ruling, row, context.clock.now()) }, data });
  });
}

/** Where the unit stays, its time to sign begins anew. */
function afterwards(ruling: Ruling, row: BranchRow, now: Date): AssignmentUpdateManyMutationInput {
  if (ruling === 'dismiss') return { handedAt: now };
  return ruling === 'recast' ? { handedAt: now, role: row.role === 'support' ? 'responsible' : 'support' } : {};
}

/** @throws Refused where none was named, it is the same, or it leads another district's child of the same task */
async function successorOf(tx: Tx, row: BranchRow, unitId: number | null): Promise<{ id: number; name: string }> {
  const unit = unitId === null ? null : await tx.unit.findFirst({ where: { id: unitId, active: true }, select: { id: true, shortName: true } });
  if (unit === null || unit.id === row.unitId) throw new Refused([{ key: 'tasks.error.name_other_unit', field: 'unitId' }]);
  const sibling = row.task.parentId === null ? 0 : await tx.task.count({ where: { parentId: row.task.parentId, leadUnitId: unit.id } });
  if (sibling > 0) throw new Refused([{ key: 'tasks.error.unit_has_child', values: { unit: unit.shortName }, field: 'unitId' }]);
  return { id: unit.id, name: unit.shortName };
}
