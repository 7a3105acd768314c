import type { Day } from '../kernel/clock.ts';
import type { StandStill } from '../lights/expected-progress.ts';

/** Days on which a task was suspended or standing. */
export type Pause = StandStill;

/** As they stand in the task's column; null where it never stood still. */
export const readPauses = (text: string | null): Pause[] => (text === null ? [] : JSON.parse(text) as Pause[]);

/** The pauses with a new one begun today; one that lasts already goes on. */
export function beginPause(text: string | null, today: Day): string {
  const pauses = readPauses(text);
  return JSON.stringify(pauses.some((p) => p.until === null) ? pauses : [...pauses, { from: today, until: null }]);
}

/** @param added calendar days by which the deadline was put off for it */
export const endPause = (text: string | null, today: Day, added = 0): string => JSON.stringify(readPauses(text).map((p) => (p.until === null ? { ...p, until: today, added } : p)));

/** Nothing is owed for a period that ended, or whose report came due, while the task stood still. */
export const isExcused = (pauses: readonly Pause[], endsOn: Day, dueOn: Day): boolean =>
  pauses.some(({ from, until }) => [endsOn, dueOn].some((day) => from <= day && (until === null || day < until)));
