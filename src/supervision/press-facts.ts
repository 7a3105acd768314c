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

/** A task with the branches that are behind while another unit's turn it is: each may be pressed for itself. */
export interface PressedWhole extends PressedTask { behind: PressedTask[] }

const PARTS = {
  id: true, number: true, title: true, status: true, turn: true, turnUnitId: true, turnSince: true, deadline: true, originalDeadline: true, issuedAt: true,
  explanations: { select: { status: true, rectifyBy: true }, orderBy: { id: 'asc' } },
  turnUnit: { select: { shortName: true } },
  assignments: {
    select: { unitId: true, role: true, signedAt: true, objection: true, handedAt: true, nextDueOn: true, dueOn: true, progress: true, unit: { select: { shortName: true } }, filings: { where: { status: 'submitted' }, select: { sentAt: true }, take: 1 } },
  },
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
export async function pressFacts({ calendar, parameters }: Context, db: Tx, ids: readonly number[], today: Day): Promise<Map<number, PressedWhole>> {
  const rows = await load(db, ids);
  const pressed = rows.map((row) => ({ row, whole: turnOf(row, today, calendar), parts: branchesBehind(row, today, calendar) }));
  const units = [...new Set(pressed.flatMap(({ whole, parts }) => [whole, ...parts].flatMap(({ unitId }) => unitId ?? [])))];
  const { from, until } = monthOf(today);
  const counts = await db.slip.groupBy({ by: ['unitId'], where: { unitId: { in: units }, issuedAt: { gte: from, lt: until } }, _count: { _all: true } });
  const escalations = await db.escalation.findMany({ where: { taskId: { in: [...ids] } }, select: { taskId: true, unitId: true, kind: true, ground: true, groundDay: true, recordedById: true } });
  const perUnit = new Map(counts.map((c) => [c.unitId, c._count._all]));
  const slipCap = capsOn(parameters, today).slips;
  const of = (row: Row, held: Held): PressedTask => ({
    ...factsFrom(row, held, today), slipCap, slipsThisMonth: perUnit.get(held.unitId ?? 0) ?? 0, escalations: escalations.filter((e) => e.taskId === row.id && e.unitId === held.unitId),
  });
  return new Map(pressed.map(({ row, whole, parts }) => [row.id, { ...of(row, whole), behind: parts.map((part) => of(row, part)) }]));
}

/** The unit that is asked, and for what. */
type Held = Pick<PressedTask, 'turn' | 'turnSince' | 'unitId' | 'unitName' | 'ground'>;

const turnOf = (row: Row, today: Day, calendar: Calendar): Held =>
  ({ turn: row.turn, turnSince: row.turnSince, unitId: row.turnUnitId, unitName: row.turnUnit?.shortName ?? null, ground: groundOf(row, today, calendar) });

/** A branch that owes a report or its signature is behind, whosever turn the whole is: what its lead is late with beyond that is the lead's. Its own report in review is not its to wait for (R26). */
function branchesBehind(row: Row, today: Day, calendar: Calendar): Held[] {
  if (row.status !== 'issued' && row.status !== 'underway') return [];
  const others = row.assignments.filter((a) => (a.role === 'responsible' || a.role === 'support') && a.unitId !== row.turnUnitId);
  return others.flatMap((branch) => {
    const ground = ownDue(branch, today) ?? branchGround(branch, row, today, calendar);
    if (ground === null) return [];
    const sentAt = branch.filings[0]?.sentAt ?? null;
    return [{ turn: sentAt === null ? branch.role : 'supervisor', turnSince: sentAt, unitId: branch.unitId, unitName: branch.unit.shortName, ground }];
  }).sort((a, b) => (a.ground.day < b.ground.day ? -1 : a.ground.day > b.ground.day ? 1 : a.unitId - b.unitId));
}

/** The branch's own last day, where it passed before its next report was due. */
function ownDue(branch: Row['assignments'][number], today: Day): Ground | null {
  const { dueOn, nextDueOn, progress } = branch;
  const isFirst = dueOn < today && progress < 100 && (nextDueOn === null || dueOn < nextDueOn);
  return isFirst && branch.signedAt !== null && !isObjected(branch) ? { kind: 'deadline', day: dueOn } : null;
}

function factsFrom(row: Row, held: Held, today: Day): Omit<PressedTask, 'escalations' | 'slipCap' | 'slipsThisMonth'> {
  const { id, number, title, status, deadline, originalDeadline, explanations } = row;
  const isTurn = held.unitId === row.turnUnitId;
  return {
    ...held, id, number, title, status, deadline, originalDeadline, explanations,
    slips: row.slips.filter((s) => s.unitId === held.unitId) as PastSlip[],
    rectifyBy: isTurn ? runningExplanation(explanations, today)?.rectifyBy ?? null : null, // the lead's own explanation
    verifiedOn: row.verifications[0]?.visitedOn ?? null,
  };
}

/** The facts about the unit that somebody wants to press: that whose turn it is, or a branch that is behind. */
export const factsAbout = (task: PressedWhole, unitId: number | null): PressedTask => task.behind.find((branch) => branch.unitId === unitId) ?? task;

/** What the unit is behind with, the gravest first. */
export function groundOf(task: Pick<Row, 'status' | 'deadline' | 'issuedAt' | 'turnUnitId'> & { assignments: Branch[] }, today: Day, calendar: Calendar): Ground | null {
  if (task.status !== 'issued' && task.status !== 'underway') return null;
  if (task.deadline < today) return { kind: 'deadline', day: task.deadline };
  const branch = task.assignments.find((a) => a.unitId === task.turnUnitId);
  return branch === undefined ? null : branchGround(branch, task, today, calendar);
}

type Branch = Pick<Row['assignments'][number], 'unitId' | 'signedAt' | 'objection' | 'handedAt' | 'nextDueOn'>;

function branchGround(branch: Branch, task: Pick<Row, 'issuedAt'>, today: Day, calendar: Calendar): Ground | null {
  if (isObjected(branch)) return null;
  if (branch.nextDueOn !== null && branch.nextDueOn < today) return { kind: 'filing', day: branch.nextDueOn };
  const handed = handedAt(branch, task);
  const signBy = handed === null ? null : addWorkingDays(dayOf(handed), SIGNATURE_DAYS, calendar);
  return branch.signedAt === null && signBy !== null && signBy < today ? { kind: 'signature', day: signBy } : null;
}
