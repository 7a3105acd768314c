import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { allOrNothing, expectChanged } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { requireAdmin, requireOther } from './account-policy.ts';
import { delegationsEndingWith } from './delegation-queries.ts';

/**
 * From the next request on nobody acts in this post any more; what was done in it keeps its name, and delegations that hang on it are over.
 * What its holder has in hand is handed on by `leavePost`, which pages call. @throws Forbidden, Refused, NotFound, Conflict
 */
export async function endPost(context: Context, actor: Actor, accountId: number, postId: number, { version }: { version: number }): Promise<void> {
  requireAdmin(actor);
  requireOther(actor, accountId);
  await allOrNothing(context, async (inside) => {
    const { db: tx } = inside;
    const post = await tx.post.findFirst({ where: { id: postId, accountId }, select: { id: true, accountId: true, unitId: true, role: true, title: true, unit: { select: { shortName: true } } } });
    if (post === null) throw new NotFound('post');
    await endDelegations(inside, actor, post);
    expectChanged(await tx.post.updateMany({ where: { id: postId, accountId, version, active: true }, data: { active: false, version: { increment: 1 } } }));
    const data = { unit: post.unit.shortName, title: post.title, role: post.role };
    await recordEvent(tx, context, actor, { event: 'post.ended', subject: `account:${accountId}`, data });
  });
}

async function endDelegations(context: Context, actor: Actor, post: { id: number; accountId: number; unitId: number }): Promise<void> {
  for (const { id, fromId, to, unit, title, startsOn, endsOn } of await delegationsEndingWith(context, post)) {
    await context.db.delegation.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: context.clock.now(), revokedById: actor.accountId } });
    await recordEvent(context.db, context, actor, { event: 'delegation.revoked', subject: `account:${fromId}`, data: { to, unit, title, from: startsOn, until: endsOn } });
  }
}
