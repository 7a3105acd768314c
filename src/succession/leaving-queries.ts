import { delegationsEndingWith, type EndingDelegation } from '../accounts/delegation-queries.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import type { HeldItem } from './held-work.ts';
import { heldItems } from './held-work-queries.ts';

// The administrator's alone: the route's gate and the verb's are the scope.

const POST = { id: true, accountId: true, unitId: true, role: true, title: true, active: true, version: true, account: { select: { name: true } }, unit: { select: { shortName: true } } } as const;

export interface LeftBehind {
  items: HeldItem[];
  delegations: EndingDelegation[];
}

/** A person's post. @throws NotFound */
export async function findPost({ db }: Context, accountId: number, id: number) {
  const post = await db.post.findFirst({ where: { id, accountId }, select: POST });
  if (post === null) throw new NotFound('post');
  return post;
}
export type LeavingPost = Awaited<ReturnType<typeof findPost>>;

/** What nobody could go on with once the post has ended: a second post in the same unit, or as a supervisor, keeps it. */
export async function leftBehind(context: Context, post: LeavingPost): Promise<LeftBehind> {
  const others = await context.db.post.findMany({ where: { accountId: post.accountId, active: true, id: { not: post.id } }, select: { unitId: true, role: true } });
  const stays = { charge: others.some(({ role }) => role === 'supervisor'), own: others.some(({ unitId }) => unitId === post.unitId) };
  const items = await heldItems(context, post.unitId, post.accountId);
  return { items: items.filter(({ kind }) => !(kind === 'charge' ? stays.charge : stays.own)), delegations: await delegationsEndingWith(context, post) };
}
