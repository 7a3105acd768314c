import type { Actor, Role } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import { areCompatible } from './account.ts';
import { inForce, sharedEyesOf } from './delegation-queries.ts';
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

/** What a post must be for somebody to act in it. */
export const activePost = (context: Context) => ({ active: true, account: usable(context), unit: { active: true } }) as const;

/**
 * The person in that post, or null once account, post or unit is no longer active, or a delegation is over: asked on every
 * request (SECURITY A4, T16), and read anew once anything was written, on another day and each minute.
 */
export function findActor(context: Context, accountId: number, postId: number): Promise<Person | null> {
  const minute = Math.floor(context.wallClock.now().getTime() / MINUTE_MS);
  return untilWritten(context.db, `person ${accountId} ${postId} ${today(context.clock)} ${minute}`, () => readActor(context, accountId, postId));
}

async function readActor(context: Context, accountId: number, postId: number): Promise<Person | null> {
  const [post, eyes] = await Promise.all([
    context.db.post.findFirst({ where: { id: postId, accountId, ...activePost(context) }, select: POST_PARTS }), sharedEyesOf(context, accountId),
  ]);
  if (post === null) return delegatedActor(context, accountId, postId, eyes);
  return { ...actorFrom(post), ...(eyes.length === 0 ? {} : { eyesWith: eyes }), mustChangePassword: mustChange(context, post.account) };
}

const mustChange = (context: Context, account: PostRow['account']): boolean => account.mustChangePassword || isOutdated(context, account);

/** The person in a post that was delegated to them. */
async function delegatedActor(context: Context, accountId: number, postId: number, eyes: readonly number[]): Promise<Person | null> {
  const delegated = await delegatedPosts(context, accountId, postId);
  const actor = delegated?.actors[0];
  if (delegated === null || actor === undefined) return null;
  return { ...actor, eyesWith: [...(actor.eyesWith ?? []), ...eyes], mustChangePassword: mustChange(context, delegated.account) };
}

/** Posts that this account may act in for others today: only beside a post of its own in the same unit, and none that its own posts exclude. */
async function delegatedPosts(context: Context, accountId: number, postId?: number): Promise<{ account: PostRow['account']; actors: Actor[] } | null> {
  const rows = await context.db.delegation.findMany({
    where: { toId: accountId, ...(postId === undefined ? {} : { postId }), ...inForce(context), post: activePost(context) }, select: { endsOn: true, post: { select: POST_PARTS } }, orderBy: { id: 'asc' },
  });
  if (rows.length === 0) return null;
  const own = await context.db.post.findMany({ where: { accountId, ...activePost(context) }, select: POST_PARTS });
  const account = own[0]?.account;
  if (account === undefined) return null;
  const lawful = rows.filter(({ post }) => own.some((o) => o.unitId === post.unitId) && areCompatible([...own.map((o) => o.role as Role), post.role as Role]));
  const actors = lawful.map(({ post, endsOn }): Actor => ({
    ...actorFrom(post), accountId, name: account.name, onBehalfOf: { accountId: post.account.id, name: post.account.name, until: endsOn }, eyesWith: [post.account.id],
  }));
  return { account, actors };
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Whether the profile's rotation asks for a new password; the demonstration's own accounts are left in peace. */
function isOutdated({ config, wallClock }: Context, account: PostRow['account']): boolean {
  const { maxAgeDays } = PASSWORD_PROFILES[config.passwordProfile];
  if (maxAgeDays === null || account.passwordChangedAt === null || account.isDemonstration) return false;
  return wallClock.now().getTime() - account.passwordChangedAt.getTime() > maxAgeDays * DAY_MS;
}

/** In how many posts a person may act. It stands on every page, and few have a post lent to them: two counts do for the others. */
export const countPosts = (context: Context, { accountId }: Actor): Promise<number> =>
  untilWritten(context.db, `posts ${accountId} ${today(context.clock)}`, async () => {
    const own = await context.db.post.count({ where: { accountId, ...activePost(context) } });
    const lent = await context.db.delegation.count({ where: { toId: accountId, ...inForce(context) } });
    return lent === 0 ? own : (await postsOf(context, accountId)).length;
  });

/** The posts a person may act in: their own, oldest first, then those delegated to them. */
export async function postsOf(context: Context, accountId: number): Promise<Actor[]> {
  const posts = await context.db.post.findMany({ where: { accountId, ...activePost(context) }, select: POST_PARTS, orderBy: { id: 'asc' } });
  return [...posts.map(actorFrom), ...((await delegatedPosts(context, accountId))?.actors ?? [])];
}
