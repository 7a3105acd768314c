import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { requireDelegable } from './account-policy.ts';

/** Takes a delegation back before its last day; the next request in that post is refused. @throws Forbidden, NotFound, Conflict */
export async function revokeDelegation(context: Context, actor: Actor, id: number): Promise<void> {
  requireDelegable(actor);
  await transaction(context, async (tx) => {
    const given = await tx.delegation.findFirst({ where: { id, fromId: actor.accountId, endsOn: { gte: today(context.clock) } }, select: { toId: true, startsOn: true, endsOn: true, post: { select: { title: true, unit: { select: { shortName: true } } } } } });
    if (given === null) throw new NotFound('delegation');
    expectChanged(await tx.delegation.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: context.clock.now(), revokedById: actor.accountId } }));
    const { name } = await tx.account.findUniqueOrThrow({ where: { id: given.toId }, select: { name: true } });
    const data = { to: name, unit: given.post.unit.shortName, title: given.post.title, from: given.startsOn, until: given.endsOn };
    await recordEvent(tx, context, actor, { event: 'delegation.revoked', subject: `account:${actor.accountId}`, data });
  });
}
