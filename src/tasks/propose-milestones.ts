import type { Day } from '../kernel/clock.ts';
import { expectedOn } from '../lights/expected-progress.ts';
import { readNumber } from '../plans/import/chinese-number.ts';
import { MILESTONE_ROWS } from './milestone.ts';
import type { WrittenMilestone } from './milestone-rows.ts';

const LONGEST = 40;

/** Milestones by year where the sentence states several ends (R3: 到2022年…，2023年底前…): each before the deadline becomes a proposal with its clause as title, binding where the target is. */
export function proposeMilestones(text: string, startOn: Day, deadline: Day, binding = false): WrittenMilestone[] {
  const found = new Map<Day, string>();
  for (const clause of text.split(/[，,；;。]/)) {
    const year = /(?:到|至|截至)?(20[0-9]{2}|二[〇○零][一二三四五六七八九〇○零]{2})年(?:底|末|年底)?/.exec(clause);
    if (year === null || !/^(?:到|至|截至)|(?:底|末)$/.test(year[0])) continue;
    const day = `${String(readNumber(year[1] ?? ''))}-12-31`;
    if (day > startOn && day < deadline && !found.has(day)) found.set(day, clause.trim().slice(0, LONGEST));
  }
  const course = { startOn, deadline, milestones: [] };
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).slice(0, MILESTONE_ROWS.most).map(([day, title]) => ({ day, title, percent: Math.max(1, expectedOn(course, day)), binding }));
}
