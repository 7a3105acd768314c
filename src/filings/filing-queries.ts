import { isOwnStep, type Actor } from '../kernel/actor.ts';
import { dayOf, today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import type { Period } from '../tasks/period.ts';
import { textOf, type FilingText } from './filing.ts';
import { readContent } from './filing-digest.ts';
import { branchesVisibleTo, filingsVisibleTo } from './filing-policy.ts';
import { periodsOfBranch, type PeriodFacts } from './filing-state.ts';
import { filingHref } from './filing-words.ts';

/** The columns from which the state of a branch's periods is computed. */
export const STATE_PARTS = {
  id: true, role: true, dueOn: true, unitId: true, handedAt: true, signedAt: true,
  unit: { select: { shortName: true } },
  task: { select: { id: true, number: true, title: true, cycle: true, startOn: true, deadline: true, issuedAt: true, status: true, closedOn: true, pauses: true, leadUnitId: true } },
  filings: { select: { id: true, period: true, status: true, dueOn: true, originalDueOn: true, round: true, firstSentAt: true } },
} as const;

export interface FilingInReview {
  id: number;
  taskId: number;
  number: string;
  title: string;
  unit: string;
  role: string;
  period: Period;
  round: number;
  progress: number;
  sentOn: Day;
  /** Working days it has waited for the supervisor (R26). */
  waitingDays: number;
  /** The person looking wrote or signed it in another post: somebody else must review it. */
  own: boolean;
  href: string;
}

/** Where filings wait for the supervisor; for everybody else there are none. */
const inReview = (actor: Actor) => ({ AND: [filingsVisibleTo(actor), actor.role === 'supervisor' ? { status: 'submitted' } : { id: -1 }] });

export const countFilingsInReview = ({ db }: Context, actor: Actor): Promise<number> => db.filing.count({ where: inReview(actor) });

/** What waits for the supervisors' review, the longest waiting first. */
export async function filingsInReview(context: Context, actor: Actor, { skip = 0, take = 500 }: { skip?: number; take?: number } = {}): Promise<FilingInReview[]> {
  const rows = await context.db.filing.findMany({
    where: inReview(actor), orderBy: [{ sentAt: 'asc' }, { id: 'asc' }], skip, take,
    include: { task: { select: { number: true, title: true } }, assignment: { select: { id: true, role: true, unit: { select: { shortName: true } } } } },
  });
  const now = context.clock.now();
  return rows.map((row) => {
    const sentOn = dayOf(row.sentAt ?? now);
    const writers = [...(JSON.parse(row.writerIds) as number[]), row.draftedById, row.signedOffById];
    return {
      id: row.id, taskId: row.taskId, number: row.task.number ?? '', title: row.task.title, unit: row.assignment.unit.shortName, role: row.assignment.role,
      period: row.period, round: row.round, progress: row.progress, sentOn, waitingDays: workingDaysBetween(sentOn, dayOf(now), context.calendar),
      own: writers.some((id) => isOwnStep(actor, id)), href: filingHref(row.taskId, row.period, row.assignment.id),
    };
  });
}

export interface FilingEntry {
  id: number;
  branchId: number;
  unit: string;
  period: Period;
  status: string;
  state: PeriodFacts;
  round: number;
  sentOn: Day | null;
  text: FilingText;
  href: string;
}

export interface BranchFilings {
  branchId: number;
  unitId: number;
  unit: string;
  role: string;
  /** Oldest first, up to today's. */
  periods: PeriodFacts[];
  owed: PeriodFacts[];
  last: FilingEntry | null;
}

export interface FilingsOfTask {
  branches: BranchFilings[];
  /** Newest period first. */
  filings: FilingEntry[];
}

/** What this person may know of the reporting on a task: its branches with their periods, and the reports, the newest first. */
export async function filingsOfTask(context: Context, actor: Actor, taskId: number): Promise<FilingsOfTask> {
  const branches = await context.db.assignment.findMany({ where: { taskId, AND: [branchesVisibleTo(actor)] }, select: STATE_PARTS, orderBy: { id: 'asc' } });
  const rows = await context.db.filing.findMany({ where: { taskId, AND: [filingsVisibleTo(actor)] }, include: { versions: { orderBy: { round: 'desc' }, take: 1 } }, orderBy: [{ period: 'desc' }, { id: 'asc' }] });
  const day = today(context.clock);
  const states = new Map(branches.map((b) => [b.id, periodsOfBranch(b, day, context.calendar)]));
  const filings = rows.flatMap((row): FilingEntry[] => {
    const branch = branches.find((b) => b.id === row.assignmentId);
    const state = states.get(row.assignmentId)?.find((p) => p.period === row.period);
    if (branch === undefined || state === undefined) return [];
    const sent = row.versions[0];
    // What others read is what was sent, not what the unit is changing it to.
    const text = branch.unitId === actor.unitId || sent === undefined ? textOf(row) : readContent(sent.content);
    return [{ id: row.id, branchId: branch.id, unit: branch.unit.shortName, period: row.period, status: row.status, state, round: row.round, sentOn: row.sentAt === null ? null : dayOf(row.sentAt), text, href: filingHref(taskId, row.period, branch.id) }];
  });
  const of = (branchId: number): BranchFilings['periods'] => states.get(branchId) ?? [];
  return {
    filings,
    branches: branches.map((b) => ({
      branchId: b.id, unitId: b.unitId, unit: b.unit.shortName, role: b.role,
      periods: of(b.id), owed: of(b.id).filter((p) => p.owed), last: filings.find((f) => f.branchId === b.id) ?? null,
    })),
  };
}
