import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { requireAdmin, requireOther } from './account-policy.ts';

/** From the next request on nobody acts in this post any more; what was done in it keeps its name. @throws Forbidden, Refused, NotFound, Conflict */
export async function endPost(context: Context, actor: Actor, accountId: number, postId: number, { version }: { version: number }): Promise<void> {
  requireAdmin(actor);
  requireOther(actor, accountId);
  await transaction(context, async (tx) => {
    const post = await tx.post.findFirst({ where: { id: postId, accountId }, select: { role: true, title: true, unit: { select: { shortName: true } } } });
    if (post === null) throw new NotFound('post');
    expectChanged(await tx.post.updateMany({ where: { id: postId, accountId, version, active: true }, data: { active: false, version: { increment: 1 } } }));
    const data = { unit: post.unit.shortName, title: post.title, role: post.role };
    await recordEvent(tx, context, actor, { event: 'post.ended', subject: `account:${accountId}`, data });
  });
}
