import { dayOf, instantAt, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { addMonths } from '../kernel/days.ts';
import { addWorkingDays, type Calendar } from '../kernel/working-days.ts';
import { handedAt, isObjected } from '../tasks/assignment.ts';
import { capsOn } from '../units/burden-caps.ts';
import { runningExplanation } from '../tasks/explanation-policy.ts';
import { SIGNATURE_DAYS } from './press-ladder.ts';
import type { PastSlip, PressFacts } from './press-policy.ts';
import type { Ground } from './slip.ts';

/** A task as those who press see it. */
export interface PressedTask extends PressFacts {
  id: number;
  number: string | null;
  title: string;
  deadline: Day;
  originalDeadline: Day;
  turnSince: Date | null;
  unitName: string | null;
  /** Oldest first. */
  explanations: { status: string; rectifyBy: Day | null }[];
}

const PARTS = {
  id: true, number: true, title: true, status: true, turn: true, turnUnitId: true, turnSince: true, deadline: true, originalDeadline: true, issuedAt: true,
  explanations: { select: { status: true, rectifyBy: true }, orderBy: { id: 'asc' } },
  turnUnit: { select: { shortName: true } },
  assignments: { select: { unitId: true, signedAt: true, objection: true, handedAt: true, nextDueOn: true } },
  verifications: { select: { visitedOn: true }, orderBy: { visitedOn: 'desc' }, take: 1 },
  slips: { select: { id: true, number: true, kind: true, unitId: true, ground: true, groundDay: true, issuedAt: true, replyDueOn: true, repliedAt: true }, orderBy: { id: 'asc' } },
} as const;

type Row = Awaited<ReturnType<typeof load>>[number];
const load = (db: Tx, ids: readonly number[]) => db.task.findMany({ where: { id: { in: [...ids] } }, select: PARTS, orderBy: { id: 'asc' } });

/** First and next month's first instant of the month in which a day lies. */
export function monthOf(day: Day): { from: Date; until: Date } {
  const first = `${day.slice(0, 7)}-01`;
  return { from: instantAt(first), until: instantAt(addMonths(first, 1)) };
}

/** What decides about pressing, for tasks that the caller has found under scope. */
export async function pressFacts({ calendar, parameters }: Context, db: Tx, ids: readonly number[], today: Day): Promise<Map<number, PressedTask>> {
  const rows = await load(db, ids);
  const units = [...new Set(rows.flatMap((r) => (r.turnUnitId === null ? [] : [r.turnUnitId])))];
  const { from, until } = monthOf(today);
  const counts = await db.slip.groupBy({ by: ['unitId'], where: { unitId: { in: units }, issuedAt: { gte: from, lt: until } }, _count: { _all: true } });
  const escalations = await db.escalation.findMany({ where: { taskId: { in: [...ids] } }, select: { taskId: true, unitId: true, kind: true, ground: true, groundDay: true, recordedById: true } });
  const perUnit = new Map(counts.map((c) => [c.unitId, c._count._all]));
  const slipCap = capsOn(parameters, today).slips;
  return new Map(rows.map((row) => [row.id, { slipCap, ...factsFrom(row, perUnit.get(row.turnUnitId ?? 0) ?? 0, today, calendar), escalations: escalations.filter((e) => e.taskId === row.id && e.unitId === row.turnUnitId) }]));
}

function factsFrom(row: Row, slipsThisMonth: number, today: Day, calendar: Calendar): Omit<PressedTask, 'escalations' | 'slipCap'> {
  const { id, number, title, status, turn, turnUnitId, turnSince, deadline, originalDeadline } = row;
  return {
    id, number, title, status, turn, turnSince, deadline, originalDeadline,
    unitId: turnUnitId, unitName: row.turnUnit?.shortName ?? null,
    ground: groundOf(row, today, calendar),
    slips: row.slips.filter((s) => s.unitId === turnUnitId) as PastSlip[],
    slipsThisMonth,
    explanations: row.explanations,
    rectifyBy: runningExplanation(row.explanations, today)?.rectifyBy ?? null,
    verifiedOn: row.verifications[0]?.visitedOn ?? null,
  };
}

/** What the unit is behind with, the gravest first. */
export function groundOf(task: Pick<Row, 'status' | 'deadline' | 'issuedAt' | 'turnUnitId' | 'assignments'>, today: Day, calendar: Calendar): Ground | null {
  if (task.status !== 'issued' && task.status !== 'underway') return null;
  if (task.deadline < today) return { kind: 'deadline', day: task.deadline };
  const branch = task.assignments.find((a) => a.unitId === task.turnUnitId);
  if (branch === undefined || isObjected(branch)) return null;
  if (branch.nextDueOn !== null && branch.nextDueOn < today) return { kind: 'filing', day: branch.nextDueOn };
  const handed = handedAt(branch, task);
  const signBy = handed === null ? null : addWorkingDays(dayOf(handed), SIGNATURE_DAYS, calendar);
  return branch.signedAt === null && signBy !== null && signBy < today ? { kind: 'signature', day: signBy } : null;
}
