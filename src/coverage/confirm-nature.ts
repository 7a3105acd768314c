import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Target } from '../plans/import/plan-reading.ts';
import type { NatureWish } from './commitment-forms.ts';
import { decideCommitment } from './decide-commitment.ts';

/** Says whether the target of a commitment binds (约束性) or is expected (预期性), whatever the table says; it can be said anew. @throws Forbidden, Conflict */
export const confirmNature = (context: Context, actor: Actor, id: number, { version, nature }: NatureWish): Promise<{ planId: number }> =>
  decideCommitment(context, actor, id, {
    act: 'nature', version, event: 'commitment.nature_confirmed', data: { nature },
    change: ({ target }) => ({ target: JSON.stringify({ ...(JSON.parse(target ?? '{}') as Target), nature, confirmed: true } satisfies Target) }),
  });
