import type { Day } from '../kernel/clock.ts';
import { addDays } from '../kernel/days.ts';
import { workingDaysBetween, type Calendar } from '../kernel/working-days.ts';
import type { LightRules } from './light-rules.ts';

/** 正常 / 临期 / 逾期 / 按期办结 / 超期办结: computed, never a status (DOMAIN §3). */
export type Timeliness = 'normal' | 'due_soon' | 'overdue' | 'closed_in_time' | 'closed_late' | 'none';

export interface DeadlineFacts {
  status: string;
  originalDeadline: Day;
  deadline: Day;
  closedOn: Day | null;
  /** Waiting for the supervisor since that day (R9). */
  waitingSince: Day | null;
}

/** Timeliness on a day against one of the two deadlines. */
export function timelinessOn(facts: DeadlineFacts, day: Day, { daysLeftYellow }: LightRules, deadline = facts.deadline): Timeliness {
  if (facts.closedOn !== null) return facts.closedOn > deadline ? 'closed_late' : 'closed_in_time';
  if (!['issued', 'underway', 'submitted'].includes(facts.status)) return 'none';
  const at = facts.waitingSince !== null && facts.waitingSince < day ? facts.waitingSince : day;
  if (at > deadline) return 'overdue';
  return addDays(deadline, -daysLeftYellow) <= at ? 'due_soon' : 'normal';
}

/** Working days late against the adjusted and against the original deadline (R12); 0 where not late. */
export function lateness(facts: DeadlineFacts, day: Day, calendar: Calendar): { adjusted: number; original: number } {
  const at = facts.closedOn ?? (facts.waitingSince !== null && facts.waitingSince < day ? facts.waitingSince : day);
  return { adjusted: workingDaysBetween(facts.deadline, at, calendar), original: workingDaysBetween(facts.originalDeadline, at, calendar) };
}
