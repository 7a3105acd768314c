import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { BRANCH_PARTS } from './assignment-facts.ts';
import { visibleTo } from './task-policy.ts';

const PARTS = {
  id: true, number: true, title: true, status: true, version: true, deadline: true,
  assignments: {
    include: { ...BRANCH_PARTS, dueWishes: { orderBy: { id: 'desc' } }, handlings: { orderBy: { id: 'desc' } } }, orderBy: { id: 'asc' },
  },
} as const;

export type TaskBranches = Awaited<ReturnType<typeof findBranches>>;
export type ShownBranch = TaskBranches['branches'][number];

/** The branches of a task with objections, own days and who works on them. @throws NotFound also where the task is not for this person to see */
export async function findBranches({ db }: Context, actor: Actor, id: number) {
  const task = await db.task.findFirst({ where: { id, number: { not: null }, AND: [visibleTo(actor)] }, select: PARTS });
  if (task === null) throw new NotFound(`task ${id}`);
  const { assignments, ...rest } = task;
  const ids = assignments.flatMap((a) => [a.objectedById, a.arbitratedById, ...a.handlings.flatMap((h) => [h.accountId, h.givenById]), ...a.dueWishes.flatMap((w) => [w.askedById, w.decidedById])]);
  const accounts = await db.account.findMany({ where: { id: { in: ids.filter((one) => one !== null) } }, select: { id: true, name: true } });
  return { ...rest, branches: assignments, names: new Map(accounts.map((account) => [account.id, account.name])) };
}

/** Everybody with a post in the unit: who can be given a branch. */
export async function membersOf({ db }: Context, unitId: number): Promise<{ id: number; name: string }[]> {
  return db.account.findMany({ where: { active: true, posts: { some: { unitId, active: true } } }, select: { id: true, name: true }, orderBy: { id: 'asc' } });
}
