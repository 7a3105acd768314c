import { recordEvent } from '../audit/record-event.ts';
import { activePost } from '../accounts/account-queries.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { allOrNothing } from '../kernel/db/transaction.ts';
import { Conflict, NotFound, Refused } from '../kernel/errors.ts';
import { BACK_TO_UNIT, keyOf, MOST_AT_ONCE, type HeldItem } from './held-work.ts';
import type { HandOnWish } from './held-work-forms.ts';
import { gateHeldWork } from './held-work-policy.ts';
import { heldItems } from './held-work-queries.ts';
import { passOn } from './pass-on.ts';

/**
 * What somebody of a unit has in hand goes to a colleague, or back to the unit (工作交接): all that was chosen or nothing. Who did what stays as
 * it was written. @throws NotFound, Refused; Conflict where something of it is no longer theirs
 */
export async function handOnWork(context: Context, actor: Actor, unitId: number, wish: HandOnWish): Promise<void> {
  gateHeldWork(actor, unitId);
  await allOrNothing(context, async (inside) => {
    const unit = await inside.db.unit.findUnique({ where: { id: unitId }, select: { shortName: true } });
    const giver = await inside.db.account.findUnique({ where: { id: wish.from }, select: { name: true } });
    if (unit === null || giver === null) throw new NotFound(`work of account ${wish.from} in unit ${unitId}`);
    const chosen = await chosenOf(inside, unitId, wish);
    const to = await nextHolder(inside, unitId, wish, chosen);
    const words = { unit: unit.shortName, from: giver.name, to: to?.name ?? unit.shortName, reason: wish.reason };
    for (const item of chosen) await passOn(inside, actor, item, to?.id ?? null, words);
    await recordEvent(inside.db, inside, actor, { event: 'work.handed_on', subject: `account:${wish.from}`, data: { ...words, count: chosen.length } });
  });
}

async function chosenOf(context: Context, unitId: number, { from, items }: HandOnWish): Promise<HeldItem[]> {
  const wanted = new Set(items);
  if (wanted.size === 0) throw new Refused([{ key: 'succession.error.nothing_chosen' }]);
  if (wanted.size > MOST_AT_ONCE) throw new Refused([{ key: 'succession.error.too_many', values: { most: MOST_AT_ONCE } }]);
  const chosen = (await heldItems(context, unitId, from)).filter((item) => wanted.has(keyOf(item)));
  if (chosen.length !== wanted.size) throw new Conflict('succession.error.moved_on');
  return chosen;
}

/** @returns who takes over; null: nobody in person */
async function nextHolder(context: Context, unitId: number, { from, to }: HandOnWish, items: HeldItem[]): Promise<{ id: number; name: string } | null> {
  const supervised = items.some((item) => item.kind === 'charge');
  if (to === null) throw new Refused([{ key: 'succession.error.successor_missing', field: 'to' }]);
  if (to === BACK_TO_UNIT) {
    if (supervised) throw new Refused([{ key: 'succession.error.charge_needs_person', field: 'to' }]);
    return null;
  }
  const posts = await context.db.post.findMany({ where: { accountId: to, unitId, ...activePost(context) }, select: { role: true, account: { select: { name: true } } } });
  const post = posts.find(({ role }) => role !== 'admin' && role !== 'auditor');
  if (post === undefined || to === from) throw new Refused([{ key: 'succession.error.not_of_unit', field: 'to' }]);
  if (supervised && !posts.some(({ role }) => role === 'supervisor')) throw new Refused([{ key: 'succession.error.not_supervisor', field: 'to' }]);
  return { id: to, name: post.account.name };
}
