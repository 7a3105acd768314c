import { dayOf, type Day } from '../kernel/clock.ts';
import { daysBetween } from '../kernel/days.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { courseCorners, expectedOn, isTargetMissed, milestonesIn } from '../lights/expected-progress.ts';
import { courseChart, type ChartPoint, type CourseChart } from '../web/charts/course-chart.ts';
import { actionView, tagView, type Action, type Tag } from '../web/view-parts.ts';
import { periodBounds } from './period.ts';
import { whyNot } from './task-policy.ts';
import type { Cycle } from './task.ts';
import { courseOfRow } from './task-course.ts';
import type { TaskDetail } from './task-queries.ts';

export type MilestoneRow = TaskDetail['milestones'][number];

const isMissed = (m: { doneOn: Day | null; day: Day }, today: Day): boolean => m.doneOn === null && m.day < today;

/** 已完成 / 已报待核 / 未按期完成 / 未到期. */
export function milestoneTag({ t, today }: Viewer, m: MilestoneRow): Tag {
  if (m.retiredAt !== null) return tagView(t('tasks.milestone.retired'), 'neutral');
  if (m.doneOn === null) return isMissed(m, today) ? tagView(t('tasks.milestone.missed', { days: daysBetween(m.day, today) }), m.binding && isTargetMissed(m, today) ? 'bad' : 'warn') : tagView(t('tasks.milestone.open'), 'neutral');
  const late = m.doneOn > m.day;
  const words = t(late ? 'tasks.milestone.done_late' : 'tasks.milestone.done', { day: m.doneOn });
  return m.status === 'reported' ? tagView(t('tasks.milestone.reported', { day: m.doneOn }), 'info') : tagView(words, late ? 'warn' : 'ok');
}

/** What the lead has reported, at the end of each period, up to the last one. */
function reported(task: TaskDetail, share: (day: Day) => number): ChartPoint[] {
  const lead = task.assignments.find((a) => a.role === 'lead');
  const filings = (lead?.filings ?? []).filter((f) => f.sentAt !== null && (f.status === 'submitted' || f.status === 'accepted'));
  const points = filings.map((f) => {
    const end = task.cycle === 'once' ? dayOf(f.sentAt ?? new Date(0)) : periodBounds(task.cycle as Cycle, f.period, task).to;
    return { at: share(end < task.deadline ? end : task.deadline), percent: f.progress };
  });
  return [{ at: 0, percent: 0 }, ...points.sort((a, b) => a.at - b.at)];
}

/** Expected and reported progress over the time of the task, with its milestones. */
export function courseOfTask(viewer: Viewer, task: TaskDetail): CourseChart {
  const { t, today } = viewer;
  const whole = Math.max(1, daysBetween(task.startOn, task.deadline));
  const share = (day: Day): number => daysBetween(task.startOn, day) / whole;
  const milestones = milestonesIn(task.course);
  const course = courseOfRow(task);
  const title = t('tasks.milestone.chart', { expected: expectedOn(course, today), actual: task.progress });
  return courseChart(title, { from: task.startOn, to: task.deadline, now: share(today) }, {
    expected: courseCorners(course).map((c) => ({ at: share(c.day), percent: c.percent })),
    actual: reported(task, share),
    marks: milestones.map((m) => ({ at: share(m.day), percent: m.percent, code: m.doneOn !== null ? 'done' : isMissed(m, today) ? 'missed' : 'open', title: `${m.day} ${m.title} ${m.percent}%` })),
  });
}

/** 约束性, on those that are. */
export const bindingTag = ({ t }: Viewer, m: { binding: boolean }): Tag | null => (m.binding ? tagView(t('tasks.milestone.binding'), 'info') : null);

export interface MilestoneSection {
  rows: { href: string; day: Day; title: string; percent: string; tag: Tag; binding: Tag | null }[];
  retired: { day: Day; title: string; percent: string; reason: string }[];
  /** null where progress is expected of nobody: a task that was made standing. */
  chart: CourseChart | null;
  change: Action | null;
}

/** The milestones of a task's page: those that hold, those that were replaced and why, the chart; null where there is nothing to show. */
export function milestoneSection(viewer: Viewer, task: TaskDetail): MilestoneSection | null {
  if (['draft', 'standing'].includes(task.status) && task.milestones.length === 0) return null;
  const { t, actor, today } = viewer;
  const percent = (m: MilestoneRow): string => t('tasks.milestone.percent', { percent: m.percent });
  return {
    rows: task.milestones.filter((m) => m.retiredAt === null).map((m) => ({ href: `/tasks/${task.id}/milestones/${m.id}`, day: m.day, title: m.title, percent: percent(m), tag: milestoneTag(viewer, m), binding: bindingTag(viewer, m) })),
    retired: task.milestones.filter((m) => m.retiredAt !== null).map((m) => ({
      day: m.day, title: m.title, percent: percent(m), reason: t('tasks.milestone.retired_because', { day: dayOf(m.retiredAt ?? new Date(0)), reason: m.retireReason ?? '' }),
    })),
    chart: task.status === 'standing' ? null : courseOfTask(viewer, task),
    change: whyNot(actor, 'change_milestones', task, today) === null ? actionView(t('tasks.act.change_milestones'), `/tasks/${task.id}/milestones`, { icon: 'edit' }) : null,
  };
}
