import type { Actor, Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { PASSWORD_PROFILES } from './password-rules.ts';

/** Someone in one of their posts, as every request knows them. */
export type Person = Actor & { mustChangePassword: boolean };

const POST_PARTS = {
  id: true, role: true, title: true, unitId: true,
  unit: { select: { shortName: true, kind: true } },
  account: { select: { id: true, name: true, mustChangePassword: true, passwordChangedAt: true, isDemonstration: true } },
} as const;

type PostRow = {
  id: number; role: string; title: string; unitId: number;
  unit: { shortName: string; kind: string };
  account: { id: number; name: string; mustChangePassword: boolean; passwordChangedAt: Date | null; isDemonstration: boolean };
};

const actorFrom = (post: PostRow): Actor => ({
  accountId: post.account.id, postId: post.id, name: post.account.name, title: post.title, role: post.role as Role,
  unitId: post.unitId, unitName: post.unit.shortName, unitKind: post.unit.kind,
});

/** Demonstration accounts are of no use outside the demonstration. */
const usable = ({ config }: Context): { active: true; isDemonstration?: false } => ({ active: true, ...(config.demonstration ? {} : { isDemonstration: false }) });

const activePost = (context: Context) => ({ active: true, account: usable(context), unit: { active: true } }) as const;

/** The person in that post, or null once account, post or unit is no longer active: asked on every request (SECURITY A4). */
export async function findActor(context: Context, accountId: number, postId: number): Promise<Person | null> {
  const post = await context.db.post.findFirst({ where: { id: postId, accountId, ...activePost(context) }, select: POST_PARTS });
  return post === null ? null : { ...actorFrom(post), mustChangePassword: post.account.mustChangePassword || isOutdated(context, post.account) };
}

const DAY_MS = 86_400_000;

/** Whether the profile's rotation asks for a new password; the demonstration's own accounts are left in peace. */
function isOutdated({ config, wallClock }: Context, account: PostRow['account']): boolean {
  const { maxAgeDays } = PASSWORD_PROFILES[config.passwordProfile];
  if (maxAgeDays === null || account.passwordChangedAt === null || account.isDemonstration) return false;
  return wallClock.now().getTime() - account.passwordChangedAt.getTime() > maxAgeDays * DAY_MS;
}

/** The posts a person may act in, oldest first. */
export async function postsOf(context: Context, accountId: number): Promise<Actor[]> {
  const posts = await context.db.post.findMany({ where: { accountId, ...activePost(context) }, select: POST_PARTS, orderBy: { id: 'asc' } });
  return posts.map(actorFrom);
}
