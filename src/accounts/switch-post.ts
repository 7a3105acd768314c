import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { findActor, type Person } from './account-queries.ts';

const named = (actor: Actor): string => `${actor.unitName} ${actor.title}`;

/** From now on the person acts in another of their posts; the session is renewed by the caller. @throws NotFound where it is not theirs */
export async function switchPost(context: Context, actor: Actor, postId: number): Promise<Person> {
  const person = await findActor(context, actor.accountId, postId);
  if (person === null) throw new NotFound('post');
  await transaction(context, (tx) => recordEvent(tx, context, person, {
    event: 'account.post_switched', subject: `account:${actor.accountId}`, data: { from: named(actor), to: named(person) },
  }));
  return person;
}
