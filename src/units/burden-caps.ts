import type { Day } from '../kernel/clock.ts';
import { usualOf, type Parameters } from '../kernel/parameters.ts';

/**
 * What one unit is asked for in a calendar month before every further request needs a reason (burden account), and between what that
 * may be set: branches handed over, slips, visits on site (those who are inspected also have work to do), instructions of leaders.
 */
export const CAP_PARAMETERS = {
  handed: { usual: 12, least: 4, most: 30 },
  slips: { usual: 12, least: 4, most: 30 },
  verifications: { usual: 2, least: 1, most: 6 },
  instructions: { usual: 5, least: 1, most: 15 },
} as const;

export type CappedKind = keyof typeof CAP_PARAMETERS;
export type Caps = Readonly<Record<CappedKind, number>>;

const USUAL_CAPS: Caps = usualOf(CAP_PARAMETERS);

/** The caps in force on a day: the same for every unit, so one that is added later has them too. */
export const capsOn = (parameters: Parameters, day: Day): Caps => ({ ...USUAL_CAPS, ...parameters.valuesOn('caps', day) });
