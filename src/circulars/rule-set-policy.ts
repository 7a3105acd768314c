import { isOwnStep, type Actor } from '../kernel/actor.ts';
import { RULE_SET_LIFE, type RuleSetAct, type RuleSetTransition } from './rule-set-lifecycle.ts';

const isFor = (actor: Actor, act: RuleSetAct): boolean => RULE_SET_LIFE[act].by.some((role) => role === actor.role);

export const mayDraft = (actor: Actor): boolean => isFor(actor, 'draft');

/** Why this person cannot adopt the set, as a text key for button and refusal; null where they can. By account: nobody adopts what they proposed. */
export function whyNotAdopt(actor: Actor, set: { status: string; madeById: number }): string | null {
  const { from }: RuleSetTransition = RULE_SET_LIFE.adopt;
  if (!isFor(actor, 'adopt')) return 'circulars.why_not.adopt';
  if (set.status !== from) return 'circulars.why_not.adopted';
  return isOwnStep(actor, set.madeById) ? 'circulars.why_not.not_drafter' : null;
}
