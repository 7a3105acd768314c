import { requireAdmin } from '../accounts/account-policy.ts';
import { endPost } from '../accounts/end-post.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { allOrNothing } from '../kernel/db/transaction.ts';
import { Conflict, Refused } from '../kernel/errors.ts';
import { handOnWork } from './hand-on-work.ts';
import { keyOf, MOST_AT_ONCE, type HeldItem } from './held-work.ts';
import type { Leaving } from './held-work-forms.ts';
import { findPost, leftBehind } from './leaving-queries.ts';

/** A post ends, and what its holder has in hand goes to a successor or, said in so many words, back to the unit: never silently. @throws Forbidden, Refused, NotFound, Conflict */
export async function leavePost(context: Context, actor: Actor, accountId: number, postId: number, { version, to, items, reason }: Leaving): Promise<void> {
  requireAdmin(actor);
  await allOrNothing(context, async (inside) => {
    const post = await findPost(inside, accountId, postId);
    const left = (await leftBehind(inside, post)).items;
    checkSeen(left, items);
    if (left.length > 0) {
      if (reason === '') throw new Refused([{ key: 'errors.required', field: 'reason' }]);
      await handOnWork(inside, actor, post.unitId, { from: accountId, to, items, reason });
    }
    await endPost(inside, actor, accountId, postId, { version });
  });
}

/** The page listed it all: who ends the post has seen what is handed on. */
function checkSeen(left: HeldItem[], items: string[]): void {
  if (left.length > MOST_AT_ONCE) throw new Refused([{ key: 'succession.error.hand_on_first', values: { most: MOST_AT_ONCE } }]);
  const seen = new Set(items);
  if (left.length !== seen.size || left.some((item) => !seen.has(keyOf(item)))) throw new Conflict('succession.error.moved_on');
}
