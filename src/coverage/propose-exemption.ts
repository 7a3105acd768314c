import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Exemption } from './commitment-forms.ts';
import { decideCommitment } from './decide-commitment.ts';

/** Proposes to leave a commitment undecomposed, with the reason (R31); it stays a gap until another supervisor confirms. @throws Forbidden, Conflict */
export const proposeExemption = (context: Context, actor: Actor, id: number, { version, reason }: Exemption): Promise<{ planId: number }> =>
  decideCommitment(context, actor, id, {
    act: 'propose', version, event: 'commitment.exemption_proposed', data: { reason },
    change: () => ({ decision: 'not_decomposed', decisionReason: reason, decidedById: actor.accountId, decidedAt: context.clock.now(), approvedById: null }),
  });
