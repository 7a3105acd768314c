import type { Day } from '../kernel/clock.ts';
import type { Complaint } from '../kernel/errors.ts';
import type { Calendar } from '../kernel/working-days.ts';
import type { EscalationKind } from './escalation.ts';
import { escalatedOnGround, isVerified } from './escalation-policy.ts';
import { isExpired, lastOnGround, NO_PLEAS, waitsForSupervisor, whyNotPress, type PressFacts } from './press-policy.ts';
import type { SlipKind } from './slip.ts';

export type NextAct = 'wait' | SlipKind | 'verify' | EscalationKind | 'instruct';

/**
 * The next lawful act on an overdue line (R24): the highest rung that is free; after a notice in vain somebody goes and looks, then talks to
 * the unit, then circulates a criticism; what is left then is a leader's word. The cap is left to the form, which asks for the reason.
 */
export function nextAct(facts: PressFacts, today: Day, calendar: Calendar): { act: NextAct; whyNot: Complaint | null } {
  if (waitsForSupervisor(facts) || facts.turn === 'leader') return { act: 'wait', whyNot: null };
  if (isExpired(facts, 'notice', today)) return { act: afterNotice(facts), whyNot: null };
  const running = lastOnGround(facts, 'notice');
  const kind: SlipKind = running !== undefined || isExpired(facts, 'urge', today) ? 'notice' : 'urge';
  return { act: kind, whyNot: whyNotPress(kind, facts, { ...NO_PLEAS, beyondCap: true }, today, calendar) };
}

function afterNotice(facts: PressFacts): NextAct {
  if (!isVerified(facts)) return 'verify';
  if (escalatedOnGround(facts, 'talk') === undefined) return 'talk';
  return escalatedOnGround(facts, 'criticism') === undefined ? 'criticism' : 'instruct';
}
