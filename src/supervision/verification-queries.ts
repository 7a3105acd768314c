import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { namesOf } from '../tasks/task-queries.ts';
import { ownForecast } from './own-forecast.ts';
import { addressedTo } from './slip-policy.ts';

export type VerificationDetail = Awaited<ReturnType<typeof findVerification>>;

/** @throws NotFound also where it is about another unit */
export async function findVerification(context: Context, actor: Actor, id: number) {
  const row = await context.db.verification.findFirst({
    where: { id, AND: [addressedTo(actor)] },
    include: {
      unit: { select: { shortName: true } }, task: { select: { number: true, title: true } }, sample: { select: { id: true, number: true } },
      objection: true, files: { select: { id: true, fileName: true, size: true, sha256: true }, orderBy: { id: 'asc' } },
      problems: { select: { id: true, number: true, description: true, dueOn: true, status: true }, orderBy: { id: 'asc' } },
    },
  });
  if (row === null) throw new NotFound(`verification ${String(id)}`);
  const names = await namesOf(context, [row.recordedById, row.objection?.objectedById ?? null, row.objection?.ruledById ?? null]);
  return { ...row, names, forecast: await ownForecast(context, row, row.recordedAt) };
}

const LINE = {
  id: true, number: true, taskId: true, unitId: true, method: true, visitedOn: true, verdict: true, reportedProgress: true, foundProgress: true, confidence: true, objection: { select: { status: true } },
  unit: { select: { shortName: true } }, task: { select: { number: true, title: true } }, _count: { select: { problems: true } },
} as const;

export type VerificationLine = Awaited<ReturnType<typeof verificationLines>>[number];

export interface VerificationFilter {
  verdict: string | null;
  unit: number | null;
  /** YYYY-MM of the visit. */
  month: string | null;
  page: number;
}

const whereOf = (actor: Actor, { verdict, unit, month }: VerificationFilter) => ({
  AND: [
    addressedTo(actor),
    ...(verdict === null ? [] : [{ verdict }]),
    ...(unit === null ? [] : [{ unitId: unit }]),
    ...(month === null ? [] : [{ visitedOn: { startsWith: month } }]),
  ],
});

/** Newest visit first. @param size lines at most */
export const verificationLines = ({ db }: Context, actor: Actor, filter: VerificationFilter, size: number) =>
  db.verification.findMany({ where: whereOf(actor, filter), select: LINE, orderBy: [{ visitedOn: 'desc' }, { id: 'desc' }], take: size, skip: (filter.page - 1) * size });

export const countVerifications = ({ db }: Context, actor: Actor, filter: VerificationFilter): Promise<number> => db.verification.count({ where: whereOf(actor, filter) });

/** A file of a verification, under the verification's scope. @throws NotFound */
export async function findVerificationFile({ db }: Context, actor: Actor, id: number) {
  const row = await db.verificationFile.findFirst({ where: { id, verification: addressedTo(actor) } });
  if (row === null) throw new NotFound(`verification file ${String(id)}`);
  return row;
}
