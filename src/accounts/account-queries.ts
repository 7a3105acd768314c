import type { Actor, Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';

type Person = Actor & { mustChangePassword: boolean };

const POST_PARTS = {
  id: true, role: true, title: true, unitId: true,
  unit: { select: { shortName: true, kind: true } },
  account: { select: { id: true, name: true, mustChangePassword: true } },
} as const;

type PostRow = {
  id: number; role: string; title: string; unitId: number;
  unit: { shortName: string; kind: string };
  account: { id: number; name: string; mustChangePassword: boolean };
};

const actorFrom = (post: PostRow): Person => ({
  accountId: post.account.id, postId: post.id, name: post.account.name, title: post.title, role: post.role as Role,
  unitId: post.unitId, unitName: post.unit.shortName, unitKind: post.unit.kind, mustChangePassword: post.account.mustChangePassword,
});

/** The person in that post, or null once account, post or unit is no longer active: asked on every request (SECURITY A4). */
export async function findActor({ db }: Context, accountId: number, postId: number): Promise<Person | null> {
  const post = await db.post.findFirst({ where: { id: postId, accountId, active: true, account: { active: true }, unit: { active: true } }, select: POST_PARTS });
  return post === null ? null : actorFrom(post);
}

/** The posts a person may act in, oldest first. */
export async function postsOf({ db }: Context, accountId: number): Promise<Actor[]> {
  const posts = await db.post.findMany({ where: { accountId, active: true, account: { active: true }, unit: { active: true } }, select: POST_PARTS, orderBy: { id: 'asc' } });
  return posts.map(actorFrom);
}
