import { activePost } from '../accounts/account-queries.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { FilingWhereInput, HandlingWhereInput, TaskWhereInput } from '../kernel/db/client.ts';
import { NotFound } from '../kernel/errors.ts';
import type { HeldItem, Holding } from './held-work.ts';
import { gateHeldWork } from './held-work-policy.ts';

/** Tasks in which nobody has anything to do any more. */
const OVER = ['closed', 'archived', 'merged', 'withdrawn'];
const GOING_ON: TaskWhereInput = { status: { notIn: OVER } };
const TASK = { id: true, number: true, title: true } as const;

const branchOf = (unitId: number) => ({ unitId, role: { not: 'former' }, task: GOING_ON });
const handlingWhere = (unitId: number): HandlingWhereInput => ({ endedAt: null, accountId: { not: null }, assignment: branchOf(unitId) });
const draftWhere = (unitId: number): FilingWhereInput => ({ status: { in: ['draft', 'returned'] }, OR: [{ handedOnAt: null }, { heldById: { not: null } }], assignment: branchOf(unitId) });

/** Everything in somebody's hands in a unit, or in one person's; the caller asks who may know. */
export async function heldItems({ db }: Context, unitId: number, accountId?: number): Promise<HeldItem[]> {
  const supervisors = await db.post.findMany({ where: { unitId, role: 'supervisor', ...(accountId === undefined ? {} : { accountId }) }, select: { accountId: true } });
  // One after the other: verbs ask inside their transaction, which is one connection.
  const handlings = await db.handling.findMany({ where: { ...handlingWhere(unitId), ...(accountId === undefined ? {} : { accountId }) }, select: { id: true, accountId: true, office: true, assignment: { select: { task: { select: TASK } } } }, orderBy: { id: 'asc' } });
  const drafts = await db.filing.findMany({ where: draftWhere(unitId), select: { id: true, heldById: true, draftedById: true, period: true, task: { select: TASK } }, orderBy: { id: 'asc' } });
  const charges = supervisors.length === 0 ? [] : await db.task.findMany({ where: { ...GOING_ON, supervisorId: { in: supervisors.map((s) => s.accountId) } }, select: { ...TASK, supervisorId: true }, orderBy: { id: 'asc' } });
  const item = (kind: HeldItem['kind'], row: { id: number; holder: number; task: { id: number; number: string | null; title: string }; detail: string }): HeldItem =>
    ({ kind, id: row.id, accountId: row.holder, taskId: row.task.id, number: row.task.number, title: row.task.title, detail: row.detail });
  const all = [
    ...handlings.map((h) => item('handling', { id: h.id, holder: h.accountId ?? 0, task: h.assignment.task, detail: h.office })),
    ...drafts.map((f) => item('draft', { id: f.id, holder: f.heldById ?? f.draftedById, task: f.task, detail: f.period })),
    ...charges.map((task) => item('charge', { id: task.id, holder: task.supervisorId, task, detail: '' })),
  ];
  return accountId === undefined ? all : all.filter((one) => one.accountId === accountId);
}

/** Who can act in the unit today, and who can supervise at all. */
async function presentIn(context: Context, unitId: number): Promise<{ members: Map<number, string[]>; supervisors: Set<number> }> {
  const where = activePost(context);
  const [posts, supervising] = await Promise.all([
    context.db.post.findMany({ where: { unitId, ...where }, select: { accountId: true, title: true }, orderBy: { id: 'asc' } }),
    context.db.post.findMany({ where: { role: 'supervisor', ...where }, select: { accountId: true } }),
  ]);
  const members = new Map<number, string[]>();
  for (const { accountId, title } of posts) members.set(accountId, [...(members.get(accountId) ?? []), title]);
  return { members, supervisors: new Set(supervising.map((s) => s.accountId)) };
}

/** Everybody of a unit with what they have in hand, first those whose work nobody can do. @throws NotFound where that is not for this person to know */
export async function holdingsOf(context: Context, actor: Actor, unitId: number): Promise<{ unit: { id: number; shortName: string }; holdings: Holding[] }> {
  gateHeldWork(actor, unitId);
  const unit = await context.db.unit.findUnique({ where: { id: unitId }, select: { id: true, shortName: true } });
  if (unit === null) throw new NotFound(`unit ${unitId}`);
  const [items, { members, supervisors }] = await Promise.all([heldItems(context, unitId), presentIn(context, unitId)]);
  const ids = new Set([...members.keys(), ...items.map((i) => i.accountId)]);
  const accounts = await context.db.account.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true }, orderBy: { id: 'asc' } });
  const holdings = accounts.map(({ id, name }): Holding => {
    const own = items.filter((i) => i.accountId === id);
    return { accountId: id, name, titles: members.get(id) ?? [], items: own, stranded: own.filter((i) => !(i.kind === 'charge' ? supervisors.has(id) : members.has(id))).length };
  });
  return { unit, holdings: holdings.sort((a, b) => Number(b.stranded > 0) - Number(a.stranded > 0) || b.items.length - a.items.length) };
}

/** Who of the unit could take over from somebody: everybody else who acts in it in the matter itself. */
export async function successorsIn(context: Context, unitId: number, accountId: number): Promise<{ id: number; name: string; title: string }[]> {
  const posts = await context.db.post.findMany({
    where: { unitId, accountId: { not: accountId }, role: { notIn: ['admin', 'auditor'] }, ...activePost(context) }, select: { title: true, account: { select: { id: true, name: true } } }, orderBy: { id: 'asc' },
  });
  const seen = new Set<number>();
  return posts.filter(({ account }) => !seen.has(account.id) && seen.add(account.id)).map(({ title, account }) => ({ ...account, title }));
}

/** How much lies in the hands of people who can no longer act on it, by person; the unit's own business, as above. */
export async function strandedIn(context: Context, unitId: number): Promise<Map<number, number>> {
  const { db } = context;
  const { members, supervisors } = await presentIn(context, unitId);
  const former = await db.post.findMany({ where: { unitId, role: 'supervisor', accountId: { notIn: [...supervisors] } }, select: { accountId: true } });
  const [handlings, drafts, charges] = await Promise.all([
    db.handling.groupBy({ by: ['accountId'], where: { ...handlingWhere(unitId), NOT: { accountId: { in: [...members.keys()] } } }, _count: { _all: true } }),
    db.filing.findMany({ where: draftWhere(unitId), select: { heldById: true, draftedById: true } }),
    former.length === 0 ? [] : db.task.groupBy({ by: ['supervisorId'], where: { ...GOING_ON, supervisorId: { in: former.map((f) => f.accountId) } }, _count: { _all: true } }),
  ]);
  const counts = new Map<number, number>();
  const add = (id: number | null, count: number): void => { if (id !== null) counts.set(id, (counts.get(id) ?? 0) + count); };
  for (const row of handlings) add(row.accountId, row._count._all);
  for (const row of drafts) if (!members.has(row.heldById ?? row.draftedById)) add(row.heldById ?? row.draftedById, 1);
  for (const row of charges) add(row.supervisorId, row._count._all);
  return counts;
}
