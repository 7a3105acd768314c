import { recordEvent } from '../audit/record-event.ts';
import type { Actor, Role } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addDays } from '../kernel/days.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Refused } from '../kernel/errors.ts';
import { areCompatible } from './account.ts';
import type { NewDelegation } from './account-forms.ts';
import { requireDelegable } from './account-policy.ts';
import { MOST_DELEGATED_DAYS } from './delegation.ts';

/** Somebody of the unit acts in this post, with an account of their own, from day to day (AB角). @throws Forbidden, Refused */
export async function giveDelegation(context: Context, actor: Actor, wish: NewDelegation): Promise<{ id: number }> {
  requireDelegable(actor);
  checkTerm(today(context.clock), wish);
  return transaction(context, async (tx) => {
    // The row of the post is taken first, so that two delegations given at once do not miss each other.
    await tx.post.updateMany({ where: { id: actor.postId }, data: { version: { increment: 1 } } });
    const to = await colleague(tx, actor, wish.to);
    const other = await tx.delegation.findFirst({ where: { postId: actor.postId, revokedAt: null, startsOn: { lte: wish.endsOn }, endsOn: { gte: wish.startsOn } }, select: { startsOn: true, endsOn: true } });
    if (other !== null) throw new Refused([{ key: 'accounts.error.delegated_then', values: { from: other.startsOn, until: other.endsOn }, field: 'startsOn' }]);
    const { id } = await tx.delegation.create({
      data: { postId: actor.postId, fromId: actor.accountId, toId: wish.to, startsOn: wish.startsOn, endsOn: wish.endsOn, reason: wish.reason, givenAt: context.clock.now() },
    });
    const data = { to, unit: actor.unitName, title: actor.title, from: wish.startsOn, until: wish.endsOn, reason: wish.reason };
    await recordEvent(tx, context, actor, { event: 'delegation.given', subject: `account:${actor.accountId}`, data });
    return { id };
  });
}

function checkTerm(day: string, { startsOn, endsOn }: NewDelegation): void {
  if (startsOn < day) throw new Refused([{ key: 'accounts.error.delegation_past', values: { day }, field: 'startsOn' }]);
  if (endsOn < startsOn) throw new Refused([{ key: 'accounts.error.delegation_backwards', field: 'endsOn' }]);
  if (endsOn >= addDays(startsOn, MOST_DELEGATED_DAYS)) throw new Refused([{ key: 'accounts.error.delegation_long', values: { days: MOST_DELEGATED_DAYS }, field: 'endsOn' }]);
}

/** @returns the name @throws Refused where that account is nobody else of the unit, or an officer whose post excludes this one */
async function colleague(tx: Tx, actor: Actor, accountId: number): Promise<string> {
  const posts = await tx.post.findMany({ where: { accountId, active: true, account: { active: true } }, select: { role: true, unitId: true, account: { select: { name: true } } } });
  const here = posts.find((post) => post.unitId === actor.unitId);
  if (here === undefined || accountId === actor.accountId) throw new Refused([{ key: 'accounts.error.not_a_colleague', field: 'to' }]);
  if (!areCompatible([...posts.map((post) => post.role as Role), actor.role])) throw new Refused([{ key: 'accounts.error.roles_apart', field: 'to' }]);
  return here.account.name;
}
