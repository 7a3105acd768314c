import { isOwnStep, type Actor } from '../kernel/actor.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { ENDING_LIFE, type EndingAct, type EndingNeed, type EndingTransition } from './ending-lifecycle.ts';

/** What the policy has to know of a proposal. */
export interface EndingFacts {
  status: string;
  proposedById: number;
}

const NEEDS: Record<EndingNeed, (actor: Actor, ending: EndingFacts) => boolean> = {
  another: (actor, ending) => !isOwnStep(actor, ending.proposedById),
  // Only the very person takes back; whoever stands in for them is no second pair of eyes.
  proposer: (actor, ending) => ending.proposedById === actor.accountId,
};

/** Why this act on a proposal cannot be done now, as a text key that button and refusal share; null where it can. */
export function whyNotEnding(actor: Actor, act: EndingAct, ending: EndingFacts): string | null {
  const row: EndingTransition = ENDING_LIFE[act];
  if (!row.by.some((relation) => relation === actor.role)) return `tasks.why_not.ending.${act}`;
  if (ending.status !== row.from) return 'tasks.why_not.ending.status';
  const missing = row.needs.find((need) => !NEEDS[need](actor, ending));
  return missing === undefined ? null : `tasks.why_not.ending.${missing}`;
}

/** @throws Forbidden where it is not this person's act, Conflict where it was decided meanwhile */
export function gateEnding(actor: Actor, act: EndingAct, ending: EndingFacts): void {
  markChecked();
  const key = whyNotEnding(actor, act, ending);
  if (key === null) return;
  if (key === 'tasks.why_not.ending.status') throw new Conflict(key);
  throw new Forbidden(key);
}
