import type { LoggedEvent } from '../audit/audit-queries.ts';
import { timeOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';

/** Somebody's change of a task, or of something under it, that was not kept since another was first (SECURITY C1). */
export const LATE_TRY = 'task.tried_late';

/** Tells whoever acted last on a task that others tried meanwhile and with whom to settle it; null for everybody else. The newest event first. */
export function lateTryNote({ t, actor }: Viewer, events: readonly LoggedEvent[]): string | null {
  const last = events.findIndex((e) => e.event !== LATE_TRY);
  if (last < 1 || events[last]?.accountId !== actor.accountId) return null;
  const tries = events.slice(0, last);
  return t('tasks.show.tried_late', { who: [...new Set(tries.map((e) => e.actorName))].join('、'), time: timeOf(tries[0]?.at ?? new Date(0)) });
}
