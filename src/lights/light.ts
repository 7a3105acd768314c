import type { Day } from '../kernel/clock.ts';
import { addDays, addMonths, daysBetween, yearEnd } from '../kernel/days.ts';
import { isTargetMissed } from './expected-progress.ts';
import { SHORTEST_GAP, type LightRules } from './light-rules.ts';

/** The four lights of DOMAIN §2; always shown as shape, word and colour (R21). */
export const LIGHTS = ['red', 'yellow', 'green', 'grey'] as const;
export type Light = (typeof LIGHTS)[number];

/** What the light of a task or of one branch is computed from. Days are YYYY-MM-DD, progress in percent. */
export interface LightFacts {
  /** False for drafts and for suspended, standing, merged and withdrawn matters: they are grey (R15). */
  live: boolean;
  closedOn: Day | null;
  /** Handed in for closing and waiting for the supervisor since that day: the unit's clock stands (R9, R26). */
  waitingSince: Day | null;
  /** The lead has signed. */
  started: boolean;
  startOn: Day;
  /** The adjusted deadline. */
  deadline: Day;
  progress: number;
  /** A responsible or support branch that has reported all of its part: only the whole is closed, so no day of its own is missed any more. */
  delivered: boolean;
  /** What progress was expected, from which day on that counts: the period filed last, then each further period once its report is overdue. */
  expected: { from: Day; on: Day; percent: number }[];
  /** Due day of the first report that nobody sent; null where none will be due. */
  nextDueOn: Day | null;
  /** Where the first two, three, four … successive reports that nobody sent begin and end, by due day; shorter where no more will be due. */
  gaps: readonly ReportGap[];
  /** The first milestone that is not reached; missed from the day after its own (R17). */
  milestone: { day: Day; title: string } | null;
  /** The first binding interim target that is not reached; missed when its year ends (R16). */
  target: { day: Day; title: string } | null;
  /** The first day on which a branch under the lead is red, and whose. */
  branchRedFrom: { day: Day; unit: string } | null;
}

/** So many successive reports that nobody sent: the due days of the first and of the last of them. */
export interface ReportGap { first: Day; last: Day }

/** A light with the rule that gave it: text key `lights.why.<rule>` with the values. */
export interface Verdict {
  light: Light;
  rule: string;
  values: Record<string, string | number>;
}

/** The light on a day, from facts as they are and the rules of that day: pure, so that any past or future day can be asked (R15–R18). */
export function evaluate(facts: LightFacts, day: Day, rules: LightRules): Verdict {
  if (facts.closedOn !== null) {
    const late = facts.closedOn > facts.deadline;
    return { light: 'green', rule: late ? 'closed_late' : 'closed', values: { closedOn: facts.closedOn, deadline: facts.deadline, days: Math.max(0, daysBetween(facts.deadline, facts.closedOn)) } };
  }
  if (!facts.live) return { light: 'grey', rule: 'not_live', values: {} };
  const at = facts.waitingSince !== null && facts.waitingSince < day ? facts.waitingSince : day;
  return redVerdict(facts, at, rules) ?? yellowVerdict(facts, at, rules) ?? calmVerdict(facts, at);
}

const points = (facts: LightFacts, day: Day): { behind: number; percent: number; on: Day } => {
  const last = facts.expected.filter((e) => e.from <= day).at(-1);
  return last === undefined ? { behind: 0, percent: 0, on: day } : { behind: last.percent - facts.progress, percent: last.percent, on: last.on };
};

function redVerdict(facts: LightFacts, day: Day, rules: LightRules): Verdict | null {
  if (!facts.delivered && day > facts.deadline) return { light: 'red', rule: 'past_deadline', values: { deadline: facts.deadline, days: daysBetween(facts.deadline, day) } };
  // Before all that somebody may set to green (R20).
  if (facts.target !== null && isTargetMissed(facts.target, day)) return { light: 'red', rule: 'target_missed', values: { title: facts.target.title, on: facts.target.day, end: yearEnd(facts.target.day) } };
  const gap = facts.gaps[rules.reportsMissedRed - SHORTEST_GAP];
  if (gap !== undefined && day > gap.last) return { light: 'red', rule: 'filings_missing', values: { count: rules.reportsMissedRed, first: gap.first, last: gap.last } };
  const { behind, percent, on } = points(facts, day);
  if (behind > rules.pointsRed) return { light: 'red', rule: 'far_behind', values: { limit: rules.pointsRed, behind, expected: percent, actual: facts.progress, on } };
  if (!facts.started && day > addMonths(facts.startOn, rules.startMissedMonths)) return { light: 'red', rule: 'start_missed', values: { startOn: facts.startOn, months: rules.startMissedMonths } };
  return null;
}

function yellowVerdict(facts: LightFacts, day: Day, rules: LightRules): Verdict | null {
  if (facts.nextDueOn !== null && day > facts.nextDueOn) return { light: 'yellow', rule: 'filing_missing', values: { due: facts.nextDueOn } };
  const { behind, percent, on } = points(facts, day);
  if (behind >= rules.pointsYellow) return { light: 'yellow', rule: 'behind', values: { behind, expected: percent, actual: facts.progress, on } };
  if (facts.milestone !== null && day > facts.milestone.day) return { light: 'yellow', rule: 'milestone_missed', values: { title: facts.milestone.title, on: facts.milestone.day, days: daysBetween(facts.milestone.day, day) } };
  if (facts.waitingSince === null && !facts.delivered && addDays(facts.deadline, -rules.daysLeftYellow) <= day) return { light: 'yellow', rule: 'due_soon', values: { deadline: facts.deadline, days: daysBetween(day, facts.deadline) } };
  if (facts.branchRedFrom !== null && facts.branchRedFrom.day <= day) return { light: 'yellow', rule: 'branch_red', values: { unit: facts.branchRedFrom.unit, since: facts.branchRedFrom.day } };
  return null;
}

function calmVerdict(facts: LightFacts, day: Day): Verdict {
  if (!facts.started) return { light: 'grey', rule: 'not_signed', values: {} };
  if (day < facts.startOn) return { light: 'grey', rule: 'not_started', values: { startOn: facts.startOn } };
  return facts.delivered ? { light: 'green', rule: 'delivered', values: {} } : { light: 'green', rule: 'on_track', values: { deadline: facts.deadline } };
}
