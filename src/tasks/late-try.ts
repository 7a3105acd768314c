import type { LoggedEvent } from '../audit/audit-queries.ts';
import { dayOf, timeOf } from '../kernel/clock.ts';
import { addDays } from '../kernel/days.ts';
import type { Viewer } from '../kernel/viewer.ts';

/** Somebody's change of a task, or of something under it, that was not kept since another was first (SECURITY C1). */
export const LATE_TRY = 'task.tried_late';

/** So long it is told to whoever was first, unless they act again before. */
const TOLD_DAYS = 7;

/** Tells whoever was first that others tried after them and with whom to settle it; null for everybody else. The newest event first. */
export function lateTryNote({ t, actor, today }: Viewer, events: readonly LoggedEvent[]): string | null {
  const acted = events.findIndex((e) => e.accountId === actor.accountId && e.event !== LATE_TRY);
  const tries = events.slice(0, acted === -1 ? events.length : acted)
    .filter((e) => e.event === LATE_TRY && e.data['firstId'] === actor.accountId && dayOf(e.at) >= addDays(today, -TOLD_DAYS));
  const [latest] = tries;
  return latest === undefined ? null : t('tasks.show.tried_late', { who: [...new Set(tries.map((e) => e.actorName))].join('、'), day: dayOf(latest.at), time: timeOf(latest.at) });
}
