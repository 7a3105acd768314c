import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { slipWhere, type SlipFilter } from './slip-filter.ts';
import { visibleSlips } from './slip-policy.ts';

const LINE = {
  id: true, number: true, kind: true, taskId: true, unitId: true, ground: true, groundDay: true, reason: true, issuedAt: true, replyDueOn: true, repliedAt: true,
  unit: { select: { shortName: true } },
  task: { select: { number: true, title: true } },
} as const;

export type SlipLine = Awaited<ReturnType<typeof slipsOfTask>>[number];

/** The slips of a task that this person may read, newest first. */
export const slipsOfTask = ({ db }: Context, actor: Actor, taskId: number) =>
  db.slip.findMany({ where: { taskId, AND: [visibleSlips(actor)] }, select: LINE, orderBy: { id: 'desc' } });

/** The slips that wait for an answer of this head's or clerk's unit, the most pressing first; nothing for other roles. */
export async function slipsToReply({ db }: Context, actor: Actor): Promise<SlipLine[]> {
  if (actor.role !== 'head' && actor.role !== 'clerk') return [];
  return db.slip.findMany({ where: { unitId: actor.unitId, repliedAt: null }, select: LINE, orderBy: [{ replyDueOn: 'asc' }, { id: 'asc' }] });
}

/** One page of the register. @param size lines at most */
export const slipLines = ({ db, clock }: Context, actor: Actor, filter: SlipFilter, size: number): Promise<SlipLine[]> =>
  db.slip.findMany({
    where: { AND: [visibleSlips(actor), slipWhere(filter, today(clock))] }, select: LINE, orderBy: { id: 'desc' }, take: size, skip: (filter.page - 1) * size,
  });

export const countSlips = ({ db, clock }: Context, actor: Actor, filter: SlipFilter): Promise<number> =>
  db.slip.count({ where: { AND: [visibleSlips(actor), slipWhere(filter, today(clock))] } });

export type SlipDetail = Awaited<ReturnType<typeof findSlip>>;

/** A slip with all that its sheet shows. @throws NotFound also where it is addressed to another unit */
export async function findSlip({ db }: Context, actor: Actor, id: number) {
  const slip = await db.slip.findFirst({
    where: { id, AND: [visibleSlips(actor)] },
    include: { unit: { select: { name: true, shortName: true } }, task: { select: { number: true, title: true, citation: true, deadline: true, originalDeadline: true, contact: true } } },
  });
  if (slip === null) throw new NotFound(`slip ${String(id)}`);
  const [issuer, people] = await Promise.all([
    db.unit.findUniqueOrThrow({ where: { id: slip.issuerUnitId }, select: { name: true } }),
    db.account.findMany({ where: { id: { in: [slip.issuedById, slip.repliedById ?? 0] } }, select: { id: true, name: true } }),
  ]);
  const nameOf = (accountId: number | null): string => people.find((p) => p.id === accountId)?.name ?? '';
  return { ...slip, issuer: issuer.name, issuedBy: nameOf(slip.issuedById), repliedBy: nameOf(slip.repliedById) };
}
