import { addDays, latest } from '../kernel/days.ts';
import type { Day } from '../kernel/clock.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Calendar } from '../kernel/working-days.ts';
import { expectedOn, firstBinding, firstOpen, milestonesIn, type Course } from '../lights/expected-progress.ts';
import type { LightFacts, ReportGap } from '../lights/light.ts';
import { LONGEST_GAP, SHORTEST_GAP } from '../lights/light-rules.ts';
import { handedOn, isObjected, isServing } from './assignment.ts';
import { isExcused, readPauses } from './pauses.ts';
import { dueDayOf, firstOwed, periodBounds, periodsOf, type Period } from './period.ts';
import { courseOfRow } from './task-course.ts';
import { isLive, type AssignmentRole, type Cycle } from './task.ts';

/** The parts of a task that its branches' facts depend on. */
export interface TaskFrame {
  status: string;
  cycle: Cycle;
  startOn: Day;
  deadline: Day;
  closedOn: Day | null;
  submittedAt: Date | null;
  issuedAt: Date | null;
  /** See pauses.ts. */
  pauses: string | null;
  /** The milestones that hold, as the row keeps them. */
  course: string | null;
}

export interface Branch {
  role: AssignmentRole;
  dueOn: Day;
  handedAt: Date | null;
  signedAt: Date | null;
  objection: string | null;
  objectedAt: Date | null;
  /** Filings of the branch that somebody began. */
  filings: { period: Period; status: string; dueOn: Day; progress: number; sentAt: Date | null }[];
}

/** A sent report counts until it is returned (R9). */
const COUNTS = new Set(['submitted', 'accepted']);

export interface BranchReport {
  filedThrough: Period | null;
  progress: number;
  next: { period: Period; dueOn: Day } | null;
  /** By length from SHORTEST_GAP on. */
  gaps: ReportGap[];
}

/**
 * What the branch has reported and what it owes next: the first period that was not sent, also where a later one was, since a report may
 * come back (R9); and the first two, three, four successive ones that were not (R16). Nothing is owed from before the branch was the unit's.
 */
export function reportOf(task: TaskFrame, branch: Branch, calendar: Calendar): BranchReport {
  const sent = branch.filings.filter((f) => COUNTS.has(f.status)).sort((a, b) => (a.period < b.period ? -1 : 1));
  const last = sent.at(-1) ?? null;
  const isSent = new Set(sent.map((f) => f.period));
  const owing = (period: Period | undefined): { period: Period; dueOn: Day } | null => {
    if (period === undefined) return null;
    const due = dueDayOf(task.cycle, period, branch, task, calendar);
    const own = branch.filings.find((f) => f.period === period)?.dueOn ?? due;
    return { period, dueOn: own > due ? own : due };
  };
  const pauses = readPauses(task.pauses);
  const excused = (period: Period): boolean =>
    task.cycle !== 'once' && isExcused(pauses, periodBounds(task.cycle, period, task).to, dueDayOf(task.cycle, period, branch, task, calendar));
  const begin = firstOwed(task.cycle, task, handedOn(branch, task));
  const wasSent = (period: Period): boolean => branch.filings.some((f) => f.period === period && f.sentAt !== null);
  const all = periodsOf(task.cycle, task, task.deadline)
    .filter((period) => isSent.has(period) || ((period >= begin || wasSent(period)) && (pauses.length === 0 || !excused(period))));
  const next = owing(all.find((p) => !isSent.has(p)));
  return { filedThrough: last?.period ?? null, progress: last?.progress ?? 0, next, gaps: gapsIn(all.map((p) => (isSent.has(p) ? null : p)), (p) => owing(p)?.dueOn ?? '') };
}

/** The first gap of each length among the periods; null stands for one that was sent. */
function gapsIn(periods: readonly (Period | null)[], dueOn: (period: Period) => Day): ReportGap[] {
  const gaps: ReportGap[] = [];
  let row: Period[] = [];
  for (const period of periods) {
    row = period === null ? [] : [...row, period];
    const [first, last] = [row[0], row.at(-1)];
    if (first !== undefined && last !== undefined && row.length === SHORTEST_GAP + gaps.length) gaps.push({ first: dueOn(first), last: dueOn(last) });
    if (gaps.length > LONGEST_GAP - SHORTEST_GAP) break;
  }
  return gaps;
}

/** Since when it lies with the supervisor: handed in for closing, or an objection that nobody has decided (R9, R26). */
function waitingSince(task: TaskFrame, branch: Branch): Day | null {
  if (task.status === 'submitted' && task.submittedAt !== null) return dayOf(task.submittedAt);
  return isObjected(branch) && branch.objectedAt !== null ? dayOf(branch.objectedAt) : null;
}

/** When a unit could begin: with the task, or later where it was only asked then. */
const startOf = (task: Pick<TaskFrame, 'startOn' | 'issuedAt'>, branch: { handedAt: Date | null }): Day => latest(task.startOn, handedOn(branch, task)) ?? task.startOn;

/** The way a branch is expected to go: milestones are of the whole, which only the lead reports (R7), whoever led it before. */
export const courseOf = (task: Pick<TaskFrame, 'startOn' | 'issuedAt' | 'course' | 'pauses'>, branch: { role: string; dueOn: Day; handedAt: Date | null }): Course => {
  const isLead = branch.role === 'lead';
  return courseOfRow({ startOn: isLead ? task.startOn : startOf(task, branch), deadline: branch.dueOn, course: isLead ? task.course : null, pauses: task.pauses });
};

/** The facts from which the light of one branch is computed. */
export function branchFacts(task: TaskFrame, branch: Branch, report: BranchReport): LightFacts {
  const expectedAt = (period: Period | null, from: Day): LightFacts['expected'] => {
    if (period === null || task.cycle === 'once') return [];
    const { to } = periodBounds(task.cycle, period, task);
    const on = to < branch.dueOn ? to : branch.dueOn;
    return [{ from, on, percent: expectedOn(courseOf(task, branch), on) }];
  };
  const { next, filedThrough } = report;
  // A gap before what was filed last expects nothing new.
  const ahead = next !== null && (filedThrough === null || next.period > filedThrough) ? next : null;
  return {
    live: isLive(task.status) && isServing(branch),
    closedOn: task.closedOn,
    waitingSince: waitingSince(task, branch),
    started: branch.signedAt !== null,
    startOn: startOf(task, branch),
    deadline: branch.dueOn,
    progress: report.progress,
    delivered: branch.role !== 'lead' && report.progress >= 100,
    expected: [...expectedAt(report.filedThrough, '0000-01-01'), ...(ahead === null ? [] : expectedAt(ahead.period, addDays(ahead.dueOn, 1)))],
    nextDueOn: task.cycle === 'once' ? null : (report.next?.dueOn ?? null),
    gaps: task.cycle === 'once' ? [] : report.gaps,
    milestone: branch.role === 'lead' ? firstOpen(milestonesIn(task.course)) : null,
    target: branch.role === 'lead' ? firstBinding(milestonesIn(task.course)) : null,
    branchRedFrom: null,
  };
}
