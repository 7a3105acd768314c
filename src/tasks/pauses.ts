import type { Day } from '../kernel/clock.ts';

/** Days on which a task was suspended or standing: from the first up to, but not including, the last; null while it lasts. */
export interface Pause { from: Day; until: Day | null }

/** As they stand in the task's column; null where it never stood still. */
export const readPauses = (text: string | null): Pause[] => (text === null ? [] : JSON.parse(text) as Pause[]);

/** The pauses with a new one begun today; one that lasts already goes on. */
export function beginPause(text: string | null, today: Day): string {
  const pauses = readPauses(text);
  return JSON.stringify(pauses.some((p) => p.until === null) ? pauses : [...pauses, { from: today, until: null }]);
}

export const endPause = (text: string | null, today: Day): string => JSON.stringify(readPauses(text).map((p) => (p.until === null ? { ...p, until: today } : p)));

/** Nothing is owed for a period that ended, or whose report came due, while the task stood still. */
export const isExcused = (pauses: readonly Pause[], endsOn: Day, dueOn: Day): boolean =>
  pauses.some(({ from, until }) => [endsOn, dueOn].some((day) => from <= day && (until === null || day < until)));
