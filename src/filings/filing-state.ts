import { dayOf, type Day } from '../kernel/clock.ts';
import { workingDaysBetween, type Calendar } from '../kernel/working-days.ts';
import { isExcused, readPauses } from '../tasks/pauses.ts';
import { FORMER, handedOn } from '../tasks/assignment.ts';
import { dueDayOf, firstOwed, periodBounds, periodsOf, type Period } from '../tasks/period.ts';
import type { AssignmentRole, Cycle } from '../tasks/task.ts';

/** 未开 / 待报 / 已报 / 迟报 / 退回待改: computed, never stored (DOMAIN §3). */
export const PERIOD_STATES = ['not_open', 'owed', 'filed', 'filed_late', 'returned'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/** What the state of a branch's periods is computed from. */
export interface FilingBranch {
  role: string;
  dueOn: Day;
  handedAt: Date | null;
  task: { cycle: string; startOn: Day; deadline: Day; issuedAt: Date | null; status: string; closedOn: Day | null; pauses: string | null };
  filings: WrittenPeriod[];
}

export interface WrittenPeriod {
  period: Period;
  status: string;
  dueOn: Day;
  originalDueOn: Day;
  round: number;
  firstSentAt: Date | null;
}

export interface PeriodFacts {
  period: Period;
  from: Day;
  to: Day;
  /** What runs now (R9), and what it was at first. */
  dueOn: Day;
  originalDueOn: Day;
  state: PeriodState;
  /** The unit has to act on it now: the period is over, the head has it on the desk, or what was sent came back. */
  owed: boolean;
  /** Working days late: by which it came late, or by which it is overdue; 0 where it is not. */
  overdueDays: number;
  /** It was red for want of this report, which came in the end: 黄(已补), never green (R19). */
  madeUp?: boolean;
}

const isSent = (status: string): boolean => status === 'submitted' || status === 'accepted';

/** Bounds and due day of one period of a branch. A returned filing keeps the later of its days (R9). */
export function periodDays(branch: Omit<FilingBranch, 'filings'>, period: Period, written: Pick<WrittenPeriod, 'dueOn' | 'originalDueOn' | 'round'> | null, calendar: Calendar): Pick<PeriodFacts, 'from' | 'to' | 'dueOn' | 'originalDueOn'> {
  const cycle = branch.task.cycle as Cycle;
  const computed = dueDayOf(cycle, period, { role: branch.role as AssignmentRole, dueOn: branch.dueOn }, branch.task, calendar);
  const sent = written !== null && written.round > 0;
  // A single report moves with the deadline until it is first sent.
  const originalDueOn = sent ? written.originalDueOn : computed;
  const dueOn = sent && written.dueOn > computed ? written.dueOn : computed;
  return { ...periodBounds(cycle, period, branch.task), dueOn, originalDueOn };
}

/** The state of one period on a day. */
export function periodFacts(branch: FilingBranch, period: Period, today: Day, calendar: Calendar): PeriodFacts {
  const written = branch.filings.find((f) => f.period === period) ?? null;
  const days = periodDays(branch, period, written, calendar);
  const fact = (state: PeriodState, owed: boolean, late: [Day, Day]): PeriodFacts => ({ period, ...days, state, owed, overdueDays: workingDaysBetween(...late, calendar) });
  if (written !== null && isSent(written.status)) {
    const sentOn = dayOf(written.firstSentAt ?? new Date(0));
    return fact(sentOn > days.originalDueOn ? 'filed_late' : 'filed', false, [days.originalDueOn, sentOn]);
  }
  if (written !== null && written.round > 0) return fact('returned', true, [days.dueOn, today]);
  if (days.from > today) return fact('not_open', false, [today, today]);
  // The report of a period is written once it is over; a single one when its day is near.
  const open = branch.task.cycle === 'once' ? workingDaysBetween(today, days.dueOn, calendar) <= ONCE_OPENS_DAYS : days.to < today;
  return fact('owed', open || written?.status === 'signoff', [days.dueOn, today]);
}

const ONCE_OPENS_DAYS = 10;

/** The state of every period of a branch on a day, oldest first; after a matter was closed nothing more is owed. */
export function periodsOfBranch(branch: FilingBranch, today: Day, calendar: Calendar): PeriodFacts[] {
  const { task } = branch;
  if (branch.role === FORMER) return branch.filings.filter((f) => f.round > 0).map((f) => ({ ...periodFacts(branch, f.period, today, calendar), owed: false })).sort((a, b) => (a.period < b.period ? -1 : 1));
  const upTo = task.closedOn !== null && task.closedOn < today ? task.closedOn : today;
  const pauses = readPauses(task.pauses);
  // While the task stood still nothing was owed; what was reported all the same stays.
  const excused = ({ period, to, dueOn }: PeriodFacts): boolean => task.cycle !== 'once' && !branch.filings.some((f) => f.period === period) && isExcused(pauses, to, dueOn);
  const all = periodsOf(task.cycle as Cycle, task, upTo).map((period) => periodFacts(branch, period, today, calendar));
  const facts = withMadeUp(branch, withoutEarly(branch, all).filter((f) => !excused(f)));
  if (task.status === 'underway') return facts;
  // Nothing can be reported on a matter that is not underway: what was not sent is not owed.
  return facts.filter((f) => f.state !== 'owed' || task.status === 'issued').map((f) => ({ ...f, owed: false }));
}

/** Of the time before the branch was the unit's, or a few days of a first period, nothing is owed; what the unit writes all the same takes its course. */
function withoutEarly(branch: FilingBranch, facts: PeriodFacts[]): PeriodFacts[] {
  const begin = firstOwed(branch.task.cycle as Cycle, branch.task, handedOn(branch, branch.task));
  return facts.flatMap((f) => {
    if (f.period >= begin) return [f];
    const written = branch.filings.find((w) => w.period === f.period);
    if (written === undefined) return [];
    return [{ ...f, owed: f.owed && (written.round > 0 || written.status === 'signoff') }];
  });
}

/** Which of the late reports came only after they had made the light red: one of two in a row that were missing, or past the branch's own day (R16, R19). */
function withMadeUp(branch: FilingBranch, facts: PeriodFacts[]): PeriodFacts[] {
  const sentOn = new Map(branch.filings.flatMap(({ period, firstSentAt }) => (firstSentAt === null ? [] : [[period, dayOf(firstSentAt)] as const])));
  const missedOn = (at: PeriodFacts | undefined, day: Day): boolean => at !== undefined && at.originalDueOn <= day && (sentOn.get(at.period) ?? LATER) > day;
  // Two are missing from the due day of the second on.
  const wasRed = (at: PeriodFacts, second: PeriodFacts | undefined): boolean => second !== undefined && missedOn(at, second.originalDueOn) && missedOn(second, second.originalDueOn);
  return facts.map((at, i) => {
    const before = facts[i - 1];
    const red = wasRed(at, facts[i + 1]) || (before !== undefined && wasRed(before, at)) || missedOn(at, branch.dueOn);
    return { ...at, madeUp: at.state === 'filed_late' && red };
  });
}

/** After every day there is: nothing was sent. */
const LATER = '9999-12-31';
