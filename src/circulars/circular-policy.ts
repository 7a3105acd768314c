import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import { CIRCULAR_LIFE, type CircularAct, type CircularTransition, type DrawUpNeed, type PublishNeed } from './circular-lifecycle.ts';

/** What decides whether the circular goes out. */
export interface CircularFacts {
  status: string;
  drawnUpById: number;
  objectUntil: Day;
  objections: { unitId: number; status: string; objectedById: number }[];
}

/** What decides whether a month can be counted. */
export interface MonthFacts { month: string; rules: object | null; drawnUp: boolean }

const isFor = (actor: Actor, act: CircularAct): boolean => CIRCULAR_LIFE[act].by.some((role) => role === actor.role);

export const mayDrawUp = (actor: Actor): boolean => isFor(actor, 'draw_up');

const FOR_DRAWING_UP: Record<DrawUpNeed, (facts: MonthFacts, today: Day) => boolean> = {
  month_over: ({ month }, today) => month < today.slice(0, 7),
  rules_in_force: ({ rules }) => rules !== null,
  not_drawn_up: ({ drawnUp }) => !drawnUp,
};

/** What is missing for a month to be counted, as a text key; null where nothing is. */
export function whyNotCountable(facts: MonthFacts, today: Day): string | null {
  const missing = CIRCULAR_LIFE.draw_up.needs.find((need) => !FOR_DRAWING_UP[need](facts, today));
  return missing === undefined ? null : `circulars.error.${missing}`;
}

const FOR_PUBLISHING: Record<PublishNeed, (actor: Actor, circular: CircularFacts, today: Day) => boolean> = {
  not_drawer: (actor, circular) => !isOwnStep(actor, circular.drawnUpById),
  term_over: (_a, circular, today) => today > circular.objectUntil,
  objections_decided: (_a, circular) => circular.objections.every((o) => o.status !== 'open'),
};

/** R30: units have their term, every objection is decided, and a second person publishes. */
export function whyNotPublish(actor: Actor, circular: CircularFacts, today: Day): string | null {
  const { from }: CircularTransition = CIRCULAR_LIFE.publish;
  if (!isFor(actor, 'publish')) return 'circulars.why_not.publish';
  if (circular.status !== from) return 'circulars.why_not.published';
  const missing = CIRCULAR_LIFE.publish.needs.find((need) => !FOR_PUBLISHING[need](actor, circular, today));
  return missing === undefined ? null : `circulars.why_not.${missing}`;
}
