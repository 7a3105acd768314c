import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';

/** The life of a circular: shown to the units with time to object, then published by a second person. */
export interface CircularFacts {
  status: string;
  drawnUpById: number;
  objectUntil: Day;
  objections: { unitId: number; status: string; objectedById: number }[];
}

const decides = (actor: Actor): boolean => actor.role === 'supervisor' || actor.role === 'leader';

/** By account: nobody adopts what they proposed. */
export const whyNotAdopt = (actor: Actor, draft: { madeById: number }): string | null =>
  !decides(actor) ? 'circulars.why_not.adopt' : isOwnStep(actor, draft.madeById) ? 'circulars.why_not.own_draft' : null;

/** R30: units have their term, every objection is decided, and a second person publishes. */
export function whyNotPublish(actor: Actor, circular: CircularFacts, today: Day): string | null {
  if (!decides(actor)) return 'circulars.why_not.publish';
  if (circular.status !== 'shown') return 'circulars.why_not.published';
  if (isOwnStep(actor, circular.drawnUpById)) return 'circulars.why_not.own_circular';
  if (today <= circular.objectUntil) return 'circulars.why_not.term_runs';
  return circular.objections.some((o) => o.status === 'open') ? 'circulars.why_not.objection_open' : null;
}

/** The head of a unit with an entry, once, within the term (R30). */
export function whyNotObject(actor: Actor, circular: CircularFacts & { entries: { unitId: number }[] }, today: Day): string | null {
  if (actor.role !== 'head' || !circular.entries.some((e) => e.unitId === actor.unitId)) return 'circulars.why_not.object';
  if (circular.status !== 'shown' || today > circular.objectUntil) return 'circulars.why_not.term_over';
  return circular.objections.some((o) => o.unitId === actor.unitId) ? 'circulars.why_not.objected' : null;
}

/** A supervisor who did not draw it up, nor objected in another post. */
export const whyNotRule = (actor: Actor, circular: CircularFacts, objection: { objectedById: number; status: string }): string | null =>
  actor.role !== 'supervisor' ? 'circulars.why_not.rule' : objection.status !== 'open' ? 'circulars.why_not.ruled'
    : isOwnStep(actor, circular.drawnUpById) || isOwnStep(actor, objection.objectedById) ? 'circulars.why_not.own_circular' : null;
