import type { Day } from '../kernel/clock.ts';
import { isWorkingDay, workingDaysBetween, type Calendar } from '../kernel/working-days.ts';
import type { Digest, DigestItem, Due, MessageKind, Said } from './message.ts';
import { REMINDERS, type MessageSettings, type ReminderRule } from './reminder-rules.ts';

/**
 * How far a matter has come, as a number that only grows: 0 is there, then one for each of the days before it is due, then one more each
 * time it has been overdue for another `repeatDays`. Null: nothing to say yet.
 */
export function stageOf(rule: ReminderRule, dueOn: Day, day: Day, settings: MessageSettings, calendar: Calendar): number | null {
  const ahead = rule.ahead ? settings.before : [];
  if (day > dueOn) {
    const late = Math.max(1, workingDaysBetween(dueOn, day, calendar));
    return settings.before.length + 1 + Math.floor((late - 1) / settings.repeatDays);
  }
  const left = workingDaysBetween(day, dueOn, calendar);
  const reached = ahead.filter((n) => left <= n).length;
  return reached > 0 ? reached : rule.atOnce ? 0 : null;
}

/** Whether a stage is news: later than what was said, and not too soon after it. */
function isNews(stage: number, said: Said | undefined, day: Day, settings: MessageSettings, calendar: Calendar): boolean {
  if (said === undefined) return true;
  return stage > said.stage && workingDaysBetween(said.on, day, calendar) >= settings.coolDownDays;
}

/**
 * What has to be told to whom on a day (R25): one digest per unit and kind with all that is news, none on a day that is not worked.
 * Pure. Whoever is not told on a day (the server stood still) is told on the next: a stage is said once, not on one certain day.
 * `dues` must hold only what is the unit's turn: what waits for the reviewer is left out by whoever gathers it (R26).
 */
export function planDigests(dues: readonly Due[], day: Day, calendar: Calendar, settings: MessageSettings, said: ReadonlyMap<string, Said>): Digest[] {
  if (!isWorkingDay(day, calendar)) return [];
  const digests = new Map<string, Digest>();
  for (const due of dues) {
    const rule = REMINDERS[due.kind];
    const stage = stageOf(rule, due.dueOn, day, settings, calendar);
    if (stage !== null && isNews(stage, said.get(due.subject), day, settings, calendar)) addTo(digests, rule.kind, { ...due, stage, rung: rule.rung });
  }
  return [...digests.values()].map((digest) => ({ ...digest, items: digest.items.sort(byUrgency) }));
}

function addTo(digests: Map<string, Digest>, kind: MessageKind, item: DigestItem): void {
  const key = `${kind}:${String(item.unitId)}`;
  const digest = digests.get(key) ?? { unitId: item.unitId, kind, items: [] };
  digest.items.push(item);
  digests.set(key, digest);
}

const byUrgency = (a: DigestItem, b: DigestItem): number =>
  (a.rung === b.rung ? 0 : a.rung === 'slip' ? -1 : 1) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0) || (a.subject < b.subject ? -1 : 1);

/** Whether a moment lies in the working hours of a working day. `time` is HH:MM in Shanghai. */
export const isWorkingTime = (day: Day, time: string, calendar: Calendar, { from, until }: MessageSettings): boolean =>
  isWorkingDay(day, calendar) && time >= from && time < until;
