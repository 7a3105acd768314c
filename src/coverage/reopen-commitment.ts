import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Versioned } from './commitment-forms.ts';
import { decideCommitment } from './decide-commitment.ts';

/** Takes a decision back, or turns a proposal down: the commitment has to be decomposed again. @throws Forbidden, Conflict */
export const reopenCommitment = (context: Context, actor: Actor, id: number, { version }: Versioned): Promise<{ planId: number }> =>
  decideCommitment(context, actor, id, {
    act: 'reopen', version, event: 'commitment.reopened',
    change: () => ({ decision: 'open', decisionReason: null, decidedById: null, decidedAt: null, approvedById: null }),
  });
