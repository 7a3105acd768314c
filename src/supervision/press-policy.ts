import type { Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import { dayOf } from '../kernel/clock.ts';
import { addDays, latest } from '../kernel/days.ts';
import type { Complaint } from '../kernel/errors.ts';
import { addWorkingDays, type Calendar } from '../kernel/working-days.ts';
import type { PastEscalation } from './escalation.ts';
import { LADDER, type Rung } from './press-ladder.ts';
import { SLIP_KINDS, slipState, type Ground, type SlipKind } from './slip.ts';
import { EXCUSES, SLIP_LIFE, type SlipNeed } from './slip-lifecycle.ts';

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
  /** After so many every further one needs a reason. */
  slipCap: number;
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

export const mayPress = (actor: Actor): boolean => SLIP_LIFE.urge.by.some((role) => role === actor.role);

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

/** The first day on which the unit may be pressed again by a slip of the same rung or a lower one: after the cool-down and after the term that it was given. */
export function freeFrom(slip: PastSlip, calendar: Calendar): Day {
  const cool = addWorkingDays(dayOf(slip.issuedAt), LADDER[slip.kind].coolDownDays, calendar);
  const term = slip.repliedAt === null ? addDays(slip.replyDueOn, 1) : cool;
  return cool > term ? cool : term;
}

/** R26: while the reviewer has it, nobody presses the unit. */
export const waitsForSupervisor = (facts: Pick<PressFacts, 'turn' | 'status'>): boolean => facts.turn === 'supervisor' || facts.status === 'submitted';

/** The unit was pressed so lately, or still has the term that it was given; a lower rung is no way round the cool-down of a higher one. */
function coolDownLimit(kind: SlipKind, facts: PressFacts, today: Day, calendar: Calendar): Complaint | null {
  const higher = SLIP_KINDS.slice(SLIP_KINDS.indexOf(kind)).flatMap((rung) => lastOf(facts, rung) ?? []);
  const day = latest(...higher.map((slip) => freeFrom(slip, calendar)));
  return day !== null && today < day ? { key: 'supervision.why_not.cool_down', values: { day } } : null;
}

/** A higher rung still runs. */
function higherLimit(facts: PressFacts, today: Day): Complaint | null {
  const notice = lastOf(facts, 'notice');
  return notice !== undefined && slipState(notice, today) === 'open' ? { key: 'supervision.why_not.notice_open', values: { number: notice.number, day: notice.replyDueOn } } : null;
}

/** The rung below has not expired (R24); an urgent matter with its reason gets past it. */
function ladderLimit(kind: SlipKind, facts: PressFacts, today: Day): Complaint | null {
  const { after } = LADDER[kind];
  if (isExpired(facts, after, today)) return null;
  const former = after === 'urge' ? lastOnGround(facts, 'urge') : undefined;
  if (former !== undefined) return { key: 'supervision.why_not.former_open', values: { number: former.number, day: former.replyDueOn } };
  return { key: `supervision.why_not.first_${after}` };
}

/** While the limit for rectifying runs there is nothing to press for, unless it is urgent. */
export const rectifyingLimit = ({ rectifyBy }: PressFacts): Complaint | null => (rectifyBy === null ? null : { key: 'supervision.why_not.rectifying', values: { day: rectifyBy } });

const capLimit = ({ slipsThisMonth: count, slipCap: cap }: PressFacts): Complaint | null => (count >= cap ? { key: 'supervision.why_not.cap', values: { count, cap } } : null);

/** What is in the way, by the needs of the table; null where nothing is. */
const NEEDS: Record<SlipNeed, (kind: SlipKind, facts: PressFacts, today: Day, calendar: Calendar) => Complaint | null> = {
  not_in_review: (_k, facts) => (waitsForSupervisor(facts) ? { key: 'supervision.why_not.waits_for_supervisor' } : null),
  units_turn: (_k, facts) => (facts.unitId === null || !UNIT_TURNS.has(facts.turn) ? { key: 'supervision.why_not.nobodys_turn' } : null),
  cooled_down: coolDownLimit,
  no_notice_open: (_k, facts, today) => higherLimit(facts, today),
  not_rectifying: (_k, facts) => rectifyingLimit(facts),
  rung_below: (kind, facts, today) => ladderLimit(kind, facts, today),
  within_cap: (_k, facts) => capLimit(facts),
};

const firstLimit = (wanted: (need: SlipNeed) => boolean, kind: SlipKind, facts: PressFacts, today: Day, calendar: Calendar): Complaint | null =>
  SLIP_LIFE[kind].needs.filter(wanted).reduce<Complaint | null>((found, need) => found ?? NEEDS[need](kind, facts, today, calendar), null);

/** What this plea would get past; null where it is not needed. */
export const limitFor = (plea: keyof PressPleas, kind: SlipKind, facts: PressFacts, today: Day, calendar: Calendar): Complaint | null =>
  firstLimit((need) => EXCUSES[need] === plea, kind, facts, today, calendar);

/** Why the unit cannot be pressed so now; null where it can. Buttons and refusals share it. */
export const whyNotPress = (kind: SlipKind, facts: PressFacts, pleas: PressPleas, today: Day, calendar: Calendar): Complaint | null =>
  firstLimit((need) => EXCUSES[need] === undefined || !pleas[EXCUSES[need]], kind, facts, today, calendar);
