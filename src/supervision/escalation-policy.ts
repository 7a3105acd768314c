import { isOwnStep, type Actor } from '../kernel/actor.ts';
import { dayOf, type Day } from '../kernel/clock.ts';
import type { Complaint } from '../kernel/errors.ts';
import { UPPER_RUNGS, type EscalationKind, type EscalationRule, type PastEscalation } from './escalation.ts';
import { isExpired, lastOnGround, waitsForSupervisor, type PressFacts } from './press-policy.ts';

/** About what is overdue now; what has been settled since does not count. */
export const escalatedOnGround = ({ escalations, ground }: PressFacts, kind: EscalationKind): PastEscalation | undefined =>
  escalations.find((e) => e.kind === kind && ground !== null && e.ground === ground.kind && e.groundDay === ground.day);

/** Somebody went and looked since the notice was issued. */
export function isVerified(facts: PressFacts): boolean {
  const notice = lastOnGround(facts, 'notice');
  return notice !== undefined && facts.verifiedOn !== null && facts.verifiedOn >= dayOf(notice.issuedAt);
}

export const mayEscalate = (actor: Actor, kind: EscalationKind): boolean => UPPER_RUNGS[kind].by.some((role) => role === actor.role);

const saying = (key: string): Complaint => ({ key: `supervision.why_not.${key}` });

/** The unit has said by when it will have made it good, and that day has not passed (R13): as long as it runs nobody climbs higher. */
const rectifying = ({ rectifyBy }: PressFacts): Complaint | null => (rectifyBy === null ? null : { ...saying('rectifying_runs'), values: { day: rectifyBy } });

/** Whose turn it is, and whether the rungs below were in vain (R24). */
function rungLimit(after: EscalationRule['after'], facts: PressFacts, today: Day): Complaint | null {
  if (waitsForSupervisor(facts)) return saying('waits_for_supervisor');
  if (facts.unitId === null) return saying('nobodys_turn');
  if (!isExpired(facts, 'notice', today)) return saying('first_notice');
  if (!isVerified(facts)) return saying('first_verification');
  return after === 'talk' && escalatedOnGround(facts, 'talk') === undefined ? saying('first_talk') : null;
}

/** Why this rung cannot be climbed now, for button and refusal; null where it can. */
export function whyNotEscalate(actor: Actor, kind: EscalationKind, facts: PressFacts, today: Day): Complaint | null {
  const { after }: EscalationRule = UPPER_RUNGS[kind];
  if (!mayEscalate(actor, kind)) return saying(kind);
  const limit = rungLimit(after, facts, today) ?? rectifying(facts);
  if (limit !== null) return limit;
  if (escalatedOnGround(facts, kind) !== undefined) return saying('escalated');
  return after === 'talk' && isOwnStep(actor, escalatedOnGround(facts, 'talk')?.recordedById ?? null) ? saying('held_the_talk') : null;
}
