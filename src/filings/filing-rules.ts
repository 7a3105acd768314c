import { today as dayAt, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Complaint } from '../kernel/errors.ts';
import { expectedOn } from '../lights/expected-progress.ts';
import { lightRulesOn } from '../lights/light-rules.ts';
import { courseOf } from '../tasks/branch-facts.ts';
import { periodBounds, type Period } from '../tasks/period.ts';
import type { Cycle } from '../tasks/task.ts';
import { NO_CHANGE_FREE, textOf, type FilingText } from './filing.ts';
import { readContent } from './filing-digest.ts';
import type { FilingPlace } from './filing-place.ts';

/** What a filing is measured against when it is sent. */
export interface Measures {
  /** What was last sent for an earlier period. */
  last: FilingText | null;
  /** Progress last accepted, of whichever period; null where nothing was. */
  acceptedProgress: number | null;
  /** "本期无变化" so often in a row just before this period. */
  noChangeRun: number;
  /** Progress expected at the end of the period, in percent; null for a single report. */
  expected: number | null;
  /** So many points behind a report is late by its figures (R6): where the light turns yellow. */
  pointsLate: number;
  today: Day;
  planEndsOn: Day;
}

const isSent = (status: string): boolean => status === 'submitted' || status === 'accepted';

/** Progress expected of the branch at the end of a period (R18); null for a single report. */
export function expectedProgress(branch: { role: string; dueOn: Day; handedAt: Date | null; task: { cycle: string; startOn: Day; issuedAt: Date | null; deadline: Day; course: string | null; pauses: string | null } }, period: Period): number | null {
  const { task } = branch;
  if (task.cycle === 'once') return null;
  const { to } = periodBounds(task.cycle as Cycle, period, task);
  return expectedOn(courseOf(task, branch), to < branch.dueOn ? to : branch.dueOn);
}

export function measuresOf({ branch, period }: FilingPlace, { clock, parameters }: Pick<Context, 'clock' | 'parameters'>): Measures {
  const today = dayAt(clock);
  const earlier = branch.filings.filter((f) => f.period < period && f.round > 0).reverse();
  const last = earlier.find((f) => isSent(f.status)) ?? earlier[0];
  const accepted = branch.filings.filter((f) => f.status === 'accepted' && f.period < period).at(-1);
  const firstChange = earlier.findIndex((f) => !f.noChange);
  const sent = last?.versions.at(-1);
  return {
    last: last === undefined ? null : sent === undefined ? textOf(last) : readContent(sent.content),
    acceptedProgress: accepted?.progress ?? null,
    noChangeRun: firstChange === -1 ? earlier.length : firstChange,
    expected: expectedProgress(branch, period),
    pointsLate: lightRulesOn(parameters, today).pointsYellow,
    today,
    planEndsOn: branch.task.plan.endsOn,
  };
}

/** Behind by its own words or by the figures (R6). */
export const saysLate = (text: Pick<FilingText, 'reasonCode' | 'progress'>, expected: number | null, pointsLate: number): boolean =>
  text.reasonCode !== null || (expected !== null && expected - text.progress >= pointsLate);

/** What keeps a filing from being sent, each with the field that it is about. */
export function complaintsAbout(text: FilingText, measures: Measures): Complaint[] {
  return [...aboutContent(text, measures), ...aboutLateness(text, measures), ...aboutReasons(text, measures)];
}

function aboutContent(text: FilingText, { last }: Measures): Complaint[] {
  if (!text.noChange) {
    if (text.done === '') return [{ key: 'filings.error.done_missing', field: 'done' }];
    return last !== null && text.done === last.done && text.progress === last.progress ? [{ key: 'filings.error.same_as_last', field: 'done' }] : [];
  }
  if (last === null) return [{ key: 'filings.error.nothing_before', field: 'noChange' }];
  return text.progress === last.progress ? [] : [{ key: 'filings.error.change_after_all', values: { percent: last.progress }, field: 'progress' }];
}

function aboutLateness(text: FilingText, { expected, pointsLate, today, planEndsOn }: Measures): Complaint[] {
  const complaints: Complaint[] = [];
  if (saysLate(text, expected, pointsLate)) {
    if (text.reasonCode === null) complaints.push({ key: 'filings.error.reason_missing', values: { expected: expected ?? 0 }, field: 'reasonCode' });
    if (text.newDate === null) complaints.push({ key: 'filings.error.new_date_missing', field: 'newDate' });
  }
  if (text.newDate !== null && text.newDate < today) complaints.push({ key: 'filings.error.new_date_past', field: 'newDate' });
  if (text.newDate !== null && text.newDate > planEndsOn) complaints.push({ key: 'filings.error.new_date_after_plan', values: { day: planEndsOn }, field: 'newDate' });
  return complaints;
}

/** A third "no change", progress that falls and "other" want words of their own (R10). */
function aboutReasons(text: FilingText, { acceptedProgress, noChangeRun }: Measures): Complaint[] {
  if (text.reasonNote !== '') return [];
  if (text.noChange && noChangeRun >= NO_CHANGE_FREE) return [{ key: 'filings.error.no_change_again', values: { count: noChangeRun }, field: 'reasonNote' }];
  if (acceptedProgress !== null && text.progress < acceptedProgress) return [{ key: 'filings.error.progress_fell', values: { percent: acceptedProgress }, field: 'reasonNote' }];
  return text.reasonCode === 'other' ? [{ key: 'filings.error.other_unexplained', field: 'reasonNote' }] : [];
}
