import type { Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import { dayOf } from '../kernel/clock.ts';
import { addDays } from '../kernel/days.ts';
import type { Complaint } from '../kernel/errors.ts';
import { addWorkingDays, type Calendar } from '../kernel/working-days.ts';
import type { PastEscalation } from './escalation.ts';
import { LADDER, SLIP_CAP, type Rung } from './press-ladder.ts';
import { slipState, type Ground, type SlipKind } from './slip.ts';

export interface PastSlip {
  id: number;
  number: string;
  kind: SlipKind;
  ground: string;
  groundDay: Day;
  issuedAt: Date;
  replyDueOn: Day;
  repliedAt: Date | null;
}

/** What decides whether a unit may be pressed about a task. */
export interface PressFacts {
  status: string;
  /** Who has the ball; a unit is pressed only while it is the unit's turn. */
  turn: string;
  unitId: number | null;
  ground: Ground | null;
  /** Of this task and unit, oldest first. */
  slips: PastSlip[];
  /** All slips of the unit in this calendar month. */
  slipsThisMonth: number;
  /** The unit has explained itself and may rectify until then (R13); null where it has not. */
  rectifyBy: Day | null;
  /** The last visit or check of the papers of this task. */
  verifiedOn: Day | null;
  /** Talks and criticisms about this task with this unit. */
  escalations: PastEscalation[];
}

/** What the person who presses has said to get past the soft limits. */
export interface PressPleas {
  urgent: boolean;
  beyondCap: boolean;
}

export const NO_PLEAS: PressPleas = { urgent: false, beyondCap: false };

export const mayPress = (actor: Actor): boolean => actor.role === 'supervisor' || actor.role === 'inspector';

const UNIT_TURNS = new Set(['lead', 'responsible', 'support', 'district']);

const sameGround = (slip: PastSlip, ground: Ground | null): boolean => ground !== null && slip.ground === ground.kind && slip.groundDay === ground.day;

const lastOf = (facts: PressFacts, kind: SlipKind): PastSlip | undefined => facts.slips.findLast((s) => s.kind === kind);

/** The last slip of a rung about what is overdue now; slips about something that has been settled since do not count. */
export const lastOnGround = (facts: PressFacts, kind: SlipKind): PastSlip | undefined => facts.slips.findLast((s) => s.kind === kind && sameGround(s, facts.ground));

/** Whether a rung's term has passed and the matter is still as it was (R24). */
export function isExpired(facts: PressFacts, rung: Rung, today: Day): boolean {
  if (rung === 'hand_over' || rung === 'reminder') return facts.ground !== null && facts.ground.kind !== 'urgent';
  const slip = lastOnGround(facts, rung);
  return slip !== undefined && slip.replyDueOn < today;
}

/** The first day on which the unit may be pressed again by the same kind of slip: after the cool-down and after the term that it was given. */
export function freeFrom(slip: PastSlip, calendar: Calendar): Day {
  const cool = addWorkingDays(dayOf(slip.issuedAt), LADDER[slip.kind].coolDownDays, calendar);
  const term = slip.repliedAt === null ? addDays(slip.replyDueOn, 1) : cool;
  return cool > term ? cool : term;
}

/** R26: while the reviewer has it, nobody presses the unit. */
export const waitsForSupervisor = (facts: Pick<PressFacts, 'turn' | 'status'>): boolean => facts.turn === 'supervisor' || facts.status === 'submitted';

/** Limits that no reason gets past: the reviewer's turn (R26), nobody's turn, a cool-down, a higher rung that still runs. */
function hardLimit(kind: SlipKind, facts: PressFacts, today: Day, calendar: Calendar): Complaint | null {
  if (waitsForSupervisor(facts)) return { key: 'supervision.why_not.waits_for_supervisor' };
  if (facts.unitId === null || !UNIT_TURNS.has(facts.turn)) return { key: 'supervision.why_not.nobodys_turn' };
  const same = lastOf(facts, kind);
  if (same !== undefined && today < freeFrom(same, calendar)) return { key: 'supervision.why_not.cool_down', values: { day: freeFrom(same, calendar) } };
  const higher = kind === 'urge' ? lastOf(facts, 'notice') : undefined;
  if (higher !== undefined && slipState(higher, today) === 'open') return { key: 'supervision.why_not.notice_open', values: { number: higher.number, day: higher.replyDueOn } };
  return null;
}

/** The rung below has not expired (R24); an urgent matter with its reason gets past it. */
export function ladderLimit(kind: SlipKind, facts: PressFacts, today: Day): Complaint | null {
  const { after } = LADDER[kind];
  if (isExpired(facts, after, today)) return null;
  const former = after === 'urge' ? lastOnGround(facts, 'urge') : undefined;
  if (former !== undefined) return { key: 'supervision.why_not.former_open', values: { number: former.number, day: former.replyDueOn } };
  return { key: `supervision.why_not.first_${after}` };
}

/** While the limit for rectifying runs there is nothing to press for, unless it is urgent. */
const rectifyingLimit = ({ rectifyBy }: PressFacts): Complaint | null => (rectifyBy === null ? null : { key: 'supervision.why_not.rectifying', values: { day: rectifyBy } });

export const capLimit = (facts: PressFacts): Complaint | null =>
  facts.slipsThisMonth >= SLIP_CAP ? { key: 'supervision.why_not.cap', values: { count: facts.slipsThisMonth, cap: SLIP_CAP } } : null;

/** Why the unit cannot be pressed so now; null where it can. Buttons and refusals share it. */
export function whyNotPress(kind: SlipKind, facts: PressFacts, pleas: PressPleas, today: Day, calendar: Calendar): Complaint | null {
  return hardLimit(kind, facts, today, calendar)
    ?? (pleas.urgent ? null : rectifyingLimit(facts) ?? ladderLimit(kind, facts, today))
    ?? (pleas.beyondCap ? null : capLimit(facts));
}
