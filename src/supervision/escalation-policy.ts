import { isOwnStep, type Actor } from '../kernel/actor.ts';
import { dayOf, type Day } from '../kernel/clock.ts';
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

/** Why this rung cannot be climbed now, as a text key for button and refusal; null where it can. */
export function whyNotEscalate(actor: Actor, kind: EscalationKind, facts: PressFacts, today: Day): string | null {
  const { after }: EscalationRule = UPPER_RUNGS[kind];
  if (!mayEscalate(actor, kind)) return `supervision.why_not.${kind}`;
  if (waitsForSupervisor(facts)) return 'supervision.why_not.waits_for_supervisor';
  if (facts.unitId === null) return 'supervision.why_not.nobodys_turn';
  if (!isExpired(facts, 'notice', today)) return 'supervision.why_not.first_notice';
  if (!isVerified(facts)) return 'supervision.why_not.first_verification';
  const talk = escalatedOnGround(facts, 'talk');
  if (after === 'talk' && talk === undefined) return 'supervision.why_not.first_talk';
  if (escalatedOnGround(facts, kind) !== undefined) return 'supervision.why_not.escalated';
  return after === 'talk' && isOwnStep(actor, talk?.recordedById ?? null) ? 'supervision.why_not.held_the_talk' : null;
}
