import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { addressedTo } from './slip-policy.ts';

export type VerificationDetail = Awaited<ReturnType<typeof findVerification>>;

/** @throws NotFound also where it is about another unit */
export async function findVerification({ db }: Context, actor: Actor, id: number) {
  const row = await db.verification.findFirst({
    where: { id, AND: [addressedTo(actor)] },
    include: {
      unit: { select: { shortName: true } }, task: { select: { number: true, title: true } }, sample: { select: { id: true, number: true } },
      problems: { select: { id: true, number: true, description: true, dueOn: true, status: true }, orderBy: { id: 'asc' } },
    },
  });
  if (row === null) throw new NotFound(`verification ${String(id)}`);
  const recorder = await db.account.findUniqueOrThrow({ where: { id: row.recordedById }, select: { name: true } });
  return { ...row, recordedBy: recorder.name };
}

const LINE = {
  id: true, number: true, taskId: true, unitId: true, method: true, visitedOn: true, verdict: true, reportedProgress: true, foundProgress: true,
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
