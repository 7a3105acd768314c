import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Versioned } from './commitment-forms.ts';
import { decideCommitment } from './decide-commitment.ts';

/** The second supervisor's yes: from now on the commitment counts as deliberately not decomposed. @throws Forbidden to whoever proposed it */
export const confirmExemption = (context: Context, actor: Actor, id: number, { version }: Versioned): Promise<{ planId: number }> =>
  decideCommitment(context, actor, id, { act: 'confirm', version, event: 'commitment.not_decomposed', change: () => ({ approvedById: actor.accountId }) });
