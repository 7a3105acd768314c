import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import { holderStrip, type HolderStrip } from '../web/charts/holder-strip.ts';
import { tagView, type Tag } from '../web/view-parts.ts';
import { bookDays, daysHeld, elapsedOf } from './holder-days.ts';
import { isLive } from './task.ts';
import type { TaskDetail } from './task-queries.ts';

const unitNames = (task: TaskDetail): Map<number, string> => new Map(task.assignments.map((a) => [a.unitId, a.unit.shortName]));

/** 球在谁手里: every day from the hand-over on, booked to one holder, and their sum beside the days that went by. */
export function taskBall({ t, today }: Viewer, task: TaskDetail): { strip: HolderStrip; total: string } | null {
  const elapsed = elapsedOf(task, task.holderSpans, today);
  if (elapsed === null || elapsed.from === elapsed.to) return null;
  const units = unitNames(task);
  const stretches = bookDays(task.holderSpans, elapsed.from, elapsed.to).map((held) => {
    const label = (held.unitId === null ? undefined : units.get(held.unitId)) ?? t(`tasks.turn.${held.holder}`);
    return { holder: held.holder, label, from: held.from, to: held.to, days: daysHeld(held) };
  });
  const strip = holderStrip(stretches);
  return { strip, total: t('tasks.show.ball_total', { days: strip.total, from: elapsed.from }) };
}

/** 待配合: the lead's next step hangs on a branch whose report is late; it stands beside the light and does not colour it. */
export function waitingTag({ t, today, calendar }: Viewer, task: TaskDetail): Tag[] {
  const open = task.holderSpans.at(-1);
  if (!isLive(task.status) || open === undefined || open.until !== null || open.waitsAfter === null || open.waitsAfter >= today) return [];
  const unit = open.waitsForUnitId === null ? undefined : unitNames(task).get(open.waitsForUnitId);
  return unit === undefined ? [] : [tagView(t('tasks.branch.waits', { unit, days: workingDaysBetween(open.waitsAfter, today, calendar) }), 'warn')];
}
