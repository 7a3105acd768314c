import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { Refused } from '../kernel/errors.ts';
import { isServing, type OtherRole } from './assignment.ts';
import { passHandedCap } from './hand-over-cap.ts';
import { searchTextOf } from './task-draft.ts';

export interface PlaceToFill {
  taskId: number;
  unitId: number;
  role: OtherRole | 'lead';
  dueOn: string;
  /** Why the unit is handed it, should its month be full. */
  capReason: string;
}

const UNSIGNED = {
  signedAt: null, signedById: null, objection: null, objectionReason: null, objectedAt: null, objectedById: null, arbitration: null, arbitratedAt: null, arbitratedById: null,
} as const;

/**
 * Gives a unit a branch of a task that was handed over; its time to sign begins now. One that was taken off goes on where it
 * stopped, one that helps already becomes the lead. @returns its short name @throws Refused where the unit is dissolved has a branch, or its month is full and there is no reason
 */
export async function placeBranch(tx: Tx, context: Context, { taskId, unitId, role, dueOn, capReason }: PlaceToFill): Promise<string> {
  const unit = await tx.unit.findFirst({ where: { id: unitId, active: true }, select: { shortName: true } });
  if (unit === null) throw new Refused([{ key: 'tasks.error.unit_unknown', field: 'unitId' }]);
  const present = await tx.assignment.findUnique({ where: { taskId_unitId: { taskId, unitId } }, select: { id: true, role: true } });
  if (present !== null && isServing(present) && role !== 'lead') throw new Refused([{ key: 'tasks.error.unit_has_branch', values: { unit: unit.shortName }, field: 'unitId' }]);
  const isBeyond = present === null || !isServing(present) ? (await passHandedCap(tx, context, [unitId], capReason)).has(unitId) : false;
  const columns = { role, dueOn, handedAt: context.clock.now(), ...(isBeyond ? { capReason } : {}) };
  if (present === null) await tx.assignment.create({ data: { taskId, unitId, ...columns } });
  else await tx.assignment.update({ where: { id: present.id }, data: { ...columns, ...UNSIGNED, version: { increment: 1 } } });
  await tx.task.update({ where: { id: taskId }, data: { searchText: await searchTextOf(tx, taskId) } });
  return unit.shortName;
}

/** A branch's own day lies ahead and never behind the task's. @throws Refused */
export function checkOwnDay(context: Context, dueOn: string, deadline: string): void {
  if (dueOn > deadline) throw new Refused([{ key: 'tasks.error.branch_after_task', values: { day: deadline }, field: 'dueOn' }]);
  if (dueOn < today(context.clock)) throw new Refused([{ key: 'tasks.error.branch_due_past', field: 'dueOn' }]);
}
