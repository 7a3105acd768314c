import type { Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { ProblemWhereInput } from '../kernel/db/client.ts';
import { NotFound } from '../kernel/errors.ts';
import { namesOf } from '../tasks/task-queries.ts';
import { LIVE_PROBLEMS } from './problem.ts';
import { instantsOf } from './slip-filter.ts';
import { addressedTo } from './slip-policy.ts';

export interface ProblemFilter {
  status: string | null;
  late: boolean;
  unit: number | null;
  /** YYYY-MM in which it was raised. */
  month: string | null;
  page: number;
}

const whereOf = (actor: Actor, { status, late, unit, month }: ProblemFilter, day: Day): ProblemWhereInput => ({
  AND: [
    addressedTo(actor),
    ...(status === null ? [] : [{ status }]),
    ...(late ? [{ status: 'open', dueOn: { lt: day } }] : []),
    ...(unit === null ? [] : [{ unitId: unit }]),
    ...(month === null ? [] : [{ raisedAt: instantsOf(month) }]),
  ],
});

const LINE = {
  id: true, number: true, taskId: true, unitId: true, description: true, dueOn: true, status: true, raisedAt: true,
  unit: { select: { shortName: true } }, task: { select: { number: true, title: true } },
} as const;

export type ProblemLine = Awaited<ReturnType<typeof problemLines>>[number];

/** One page of the list of problems, the earliest due day first. @param size lines at most */
export const problemLines = ({ db, clock }: Context, actor: Actor, filter: ProblemFilter, size: number) =>
  db.problem.findMany({ where: whereOf(actor, filter, today(clock)), select: LINE, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }], take: size, skip: (filter.page - 1) * size });

export const countProblems = ({ db, clock }: Context, actor: Actor, filter: ProblemFilter): Promise<number> => db.problem.count({ where: whereOf(actor, filter, today(clock)) });

/** Problems of this head's or clerk's unit that it has to put right, the most pressing first; nothing for other roles. */
export async function problemsToRectify({ db }: Context, actor: Actor): Promise<ProblemLine[]> {
  if (actor.role !== 'head' && actor.role !== 'clerk') return [];
  return db.problem.findMany({ where: { unitId: actor.unitId, status: 'open' }, select: LINE, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] });
}

export type ProblemDetail = Awaited<ReturnType<typeof findProblem>>;

/** @throws NotFound also where it is another unit's */
export async function findProblem(context: Context, actor: Actor, id: number) {
  const row = await context.db.problem.findFirst({
    where: { id, AND: [addressedTo(actor)] },
    include: { unit: { select: { shortName: true } }, task: { select: { number: true, title: true } }, verification: { select: { id: true, number: true } } },
  });
  if (row === null) throw new NotFound(`problem ${String(id)}`);
  return { ...row, names: await namesOf(context, [row.raisedById, row.objectedById, row.ruledById, row.rectifiedById, row.recheckedById, row.closedById]) };
}

export const isLiveProblem = (status: string): boolean => LIVE_PROBLEMS.some((s) => s === status);
