import type { Day } from '../kernel/clock.ts';
import { usualOf, type Parameters } from '../kernel/parameters.ts';

/** One missing report is yellow; from two in a row on it may be red (R16, R17). */
export const SHORTEST_GAP = 2;
export const LONGEST_GAP = 4;

/** Parameters of R15–R18, as DOMAIN has them, and between what they may be set. */
export const LIGHT_PARAMETERS = {
  pointsRed: { usual: 30, least: 15, most: 50 },
  pointsYellow: { usual: 10, least: 5, most: 30 },
  daysLeftYellow: { usual: 7, least: 3, most: 30 },
  startMissedMonths: { usual: 3, least: 1, most: 6 },
  reportsMissedRed: { usual: SHORTEST_GAP, least: SHORTEST_GAP, most: LONGEST_GAP },
} as const;

export type LightRules = Readonly<Record<keyof typeof LIGHT_PARAMETERS, number>>;

export const LIGHT_RULES: LightRules = usualOf(LIGHT_PARAMETERS);

/** The version in force on a day: past days are told by the rules of their own time. */
export const lightRulesOn = (parameters: Parameters, day: Day): LightRules => ({ ...LIGHT_RULES, ...parameters.valuesOn('lights', day) });

/** Gives the rules by which a matter is told. */
export type RulesFor = (facts: { waitingSince: Day | null }) => LightRules;

/** The rules of the day; what waits for the reviewer stays at those of the day on which it was handed in, so that no new rule turns it meanwhile (R9). */
export const rulesOn = (parameters: Parameters, day: Day): RulesFor => ({ waitingSince }) =>
  lightRulesOn(parameters, waitingSince !== null && waitingSince < day ? waitingSince : day);
