import type { Day } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { isObjected, isServing } from './assignment.ts';

/** Branches beside the lead's that are behind: since when the longest has kept the lead waiting, whose it is, how many they are. */
export interface Waiting { since: Day; unit: string; count: number }

interface OtherBranch { role: string; objection: string | null; nextDueOn: Day | null; dueOn: Day; progress: number; unit: { shortName: string } }

/** The day a branch missed first: that of its next report, or its own last one; null where it is not behind. A waiting objection keeps nobody waiting. */
export function missedOn(branch: OtherBranch, today: Day): Day | null {
  if (branch.role === 'lead' || !isServing(branch) || isObjected(branch)) return null;
  const missed = [branch.nextDueOn, branch.progress < 100 ? branch.dueOn : null].filter((day) => day !== null && day < today).sort();
  return missed[0] ?? null;
}

/** Whom a lead waits for (待配合), from its branches and the day: nothing of it is stored. Only while the matter is in units' hands. */
export function waitingFor(task: { status: string; assignments: OtherBranch[] }, today: Day): Waiting | null {
  if (task.status !== 'issued' && task.status !== 'underway') return null;
  const late = task.assignments.flatMap((b) => {
    const since = missedOn(b, today);
    return since === null ? [] : [{ since, unit: b.unit.shortName }];
  }).sort((a, b) => (`${a.since} ${a.unit}` < `${b.since} ${b.unit}` ? -1 : 1));
  const first = late[0];
  return first === undefined ? null : { ...first, count: late.length };
}

/** 待配合：X局（已等 n 个工作日）. */
export function waitingWords({ t, today, calendar }: Pick<Viewer, 't' | 'today' | 'calendar'>, waiting: Waiting | null): string | null {
  if (waiting === null) return null;
  const values = { unit: waiting.unit, count: waiting.count, days: workingDaysBetween(waiting.since, today, calendar) };
  return t(waiting.count > 1 ? 'tasks.branch.waits_more' : 'tasks.branch.waits', values);
}
