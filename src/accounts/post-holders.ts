import type { Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { activePost } from './account-queries.ts';

/** Somebody in a post, for those who have to find people by their unit. */
export interface Holder {
  accountId: number;
  postId: number;
  unitId: number;
  role: Role;
}

/** Everybody who can act in a post of these roles, oldest post first. */
export async function holdersOf(context: Context, roles: readonly Role[]): Promise<Holder[]> {
  const posts = await context.db.post.findMany({ where: { role: { in: [...roles] }, ...activePost(context) }, select: { id: true, accountId: true, unitId: true, role: true }, orderBy: { id: 'asc' } });
  return posts.map(({ id, role, ...post }) => ({ ...post, postId: id, role: role as Role }));
}
