import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Versioned } from './commitment-forms.ts';
import { decideCommitment } from './decide-commitment.ts';

/** Says that a sentence was taken for a commitment but is mere words: it is no longer counted. @throws Forbidden, Conflict */
export const markStatement = (context: Context, actor: Actor, id: number, { version }: Versioned): Promise<{ planId: number }> =>
  decideCommitment(context, actor, id, {
    act: 'state', version, event: 'commitment.changed',
    change: () => ({ decision: 'statement', decidedById: actor.accountId, decidedAt: context.clock.now() }),
  });
