import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { NotFound } from '../kernel/errors.ts';
import type { Calendar } from '../kernel/working-days.ts';
import { branchStage, handedAt, objectionEnds } from './assignment.ts';
import type { BranchAct } from './assignment-lifecycle.ts';
import { gateBranch, type BranchFacts } from './assignment-policy.ts';
import { visibleTo } from './task-policy.ts';

export const BRANCH_PARTS = {
  unit: { select: { id: true, shortName: true, kind: true } },
  task: { select: { id: true, number: true, title: true, status: true, version: true, deadline: true, issuedAt: true, parentId: true, leadUnitId: true } },
  dueWishes: { where: { status: 'pending' }, select: { id: true, toDueOn: true, fromDueOn: true, askedById: true } },
  filings: { where: { status: 'submitted' }, select: { id: true } },
} as const;

export type BranchRow = NonNullable<Awaited<ReturnType<typeof find>>>;
const find = (db: Tx, actor: Actor, taskId: number, id: number) => db.assignment.findFirst({ where: { id, taskId, task: { AND: [visibleTo(actor)] } }, include: BRANCH_PARTS });

export function factsOfBranch(row: BranchRow, calendar: Calendar): BranchFacts {
  const handed = handedAt(row, row.task);
  return {
    stage: branchStage(row), role: row.role, unitId: row.unitId, leadUnitId: row.task.leadUnitId, taskStatus: row.task.status,
    objectionEnds: handed === null ? null : objectionEnds(handed, calendar), hasObjected: row.objection !== null, objectedById: row.objectedById,
    dueOn: row.dueOn, deadline: row.task.deadline, wishById: row.dueWishes[0]?.askedById ?? null, filingsInReview: row.filings.length,
  };
}

/** The first line of every verb on a branch. @throws NotFound, Forbidden, Conflict */
export async function gateBranchOf(context: Context, tx: Tx, actor: Actor, { taskId, branchId, act }: { taskId: number; branchId: number; act: BranchAct }): Promise<BranchRow> {
  const row = await find(tx, actor, taskId, branchId);
  if (row === null) throw new NotFound(`branch ${branchId} of task ${taskId}`);
  gateBranch(actor, act, factsOfBranch(row, context.calendar), today(context.clock));
  return row;
}
