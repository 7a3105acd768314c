import { isOwnStep, type Actor, type Role } from '../kernel/actor.ts';
import { PARAMETER_LIFE, type ParameterAct, type ParameterNeed, type ParameterTransition } from './parameter-set-lifecycle.ts';

const isFor = (actor: Actor, act: ParameterAct): boolean => PARAMETER_LIFE[act].by.some((role) => role === actor.role);

export const mayPropose = (actor: Actor): boolean => isFor(actor, 'propose');

/** Those who see every task, and so what other lights they would have. Everybody else reads what is in force. */
const TRIED_BY = new Set<Role>(['supervisor', 'inspector', 'leader']);
export const mayTry = (actor: Actor): boolean => TRIED_BY.has(actor.role);

/** Why this person cannot adopt or decline the set, as a text key for button and refusal; null where they can. By account: nobody adopts what they proposed. */
export function whyNotDecide(actor: Actor, act: 'adopt' | 'decline', set: { status: string; proposedById: number }): string | null {
  const { from, needs }: { from: string; needs: readonly ParameterNeed[] } = PARAMETER_LIFE[act] satisfies ParameterTransition;
  if (!isFor(actor, act)) return 'parameters.why_not.decide';
  if (set.status !== from) return 'parameters.why_not.decided';
  return needs.includes('not_proposer') && isOwnStep(actor, set.proposedById) ? 'parameters.why_not.not_proposer' : null;
}
