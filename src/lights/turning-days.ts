import type { Day } from '../kernel/clock.ts';
import { addDays, daysBetween } from '../kernel/days.ts';
import { evaluate, type Light, type LightFacts } from './light.ts';
import type { LightRules } from './light-rules.ts';

/** The first days on which the facts, if nobody does anything, give at least that light; null for never. */
export interface TurningDays {
  yellowFrom: Day | null;
  redFrom: Day | null;
}

const SEVERITY: Record<Light, number> = { grey: 0, green: 0, yellow: 1, red: 2 };

/**
 * When by these rules a matter will turn yellow and red by itself. Left alone a light only gets worse, so each day is found by halving.
 * Lists filter by comparing these days with today: nothing has to run at night for a task to become overdue.
 */
export function turningDays(facts: LightFacts, rules: LightRules): TurningDays {
  return { yellowFrom: firstDayAt(facts, 1, rules), redFrom: firstDayAt(facts, 2, rules) };
}

function firstDayAt(facts: LightFacts, severity: number, rules: LightRules): Day | null {
  const reaches = (day: Day): boolean => SEVERITY[evaluate(facts, day, rules).light] >= severity;
  const first = facts.startOn < facts.deadline ? facts.startOn : facts.deadline;
  let low = -1; // days after `first` at which it is not yet so
  let high = daysBetween(first, addDays(facts.deadline, facts.delivered ? LONGEST_AFTER_DAYS : 1));
  const start = addDays(first, -LONGEST_LEAD_DAYS);
  high += LONGEST_LEAD_DAYS;
  if (!reaches(addDays(start, high))) return null;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reaches(addDays(start, middle))) high = middle;
    else low = middle;
  }
  return addDays(start, high);
}

// A task handed over days before its deadline is yellow from the first day: the search begins well before the start.
const LONGEST_LEAD_DAYS = 400;

// A branch that has delivered is not red with its own day: what turns it later is a report that it owes while the whole goes on, ten years at most.
const LONGEST_AFTER_DAYS = 3660;

/** The columns of a task that tell its light on a day. */
export interface LightColumns {
  status: string;
  startOn: Day;
  yellowFrom: Day | null;
  redFrom: Day | null;
}

const GREY = new Set(['draft', 'suspended', 'standing', 'merged', 'withdrawn']);

/** The light by the turning days; agrees with `evaluate` on every day (a test walks them). */
export function lightOn(row: LightColumns, day: Day): Light {
  if (row.status === 'closed' || row.status === 'archived') return 'green';
  if (GREY.has(row.status)) return 'grey';
  if (row.redFrom !== null && row.redFrom <= day) return 'red';
  if (row.yellowFrom !== null && row.yellowFrom <= day) return 'yellow';
  return row.status === 'issued' || day < row.startOn ? 'grey' : 'green';
}
