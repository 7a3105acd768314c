import type { Day } from '../kernel/clock.ts';
import { daysBetween } from '../kernel/days.ts';

/** A stated part of the way: how much of the whole is expected on that day, in percent. */
export interface Milestone {
  day: Day;
  title: string;
  percent: number;
  /** The day it was reached, as reported and not sent back; null where it is open. */
  doneOn: Day | null;
}

/** From what expected progress is drawn: nothing at the start, all at the deadline, what the milestones say in between. */
export interface Course {
  startOn: Day;
  deadline: Day;
  milestones: readonly Pick<Milestone, 'day' | 'percent'>[];
}

export interface CoursePoint { day: Day; percent: number }

/** The corners of the polyline, in the order of time; it never falls, whatever the milestones say. */
export function courseCorners({ startOn, deadline, milestones }: Course): CoursePoint[] {
  const inside = milestones.filter((m) => m.day > startOn && m.day < deadline).sort((a, b) => (a.day < b.day ? -1 : 1));
  let least = 0;
  const rising = inside.map(({ day, percent }) => {
    least = Math.max(least, Math.min(100, percent));
    return { day, percent: least };
  });
  return [{ day: startOn, percent: 0 }, ...rising, { day: deadline, percent: 100 }];
}

/** Expected progress on a day in whole percent: along the milestones, else linear from start to deadline (R18). */
export function expectedOn(course: Course, day: Day): number {
  if (day >= course.deadline) return 100;
  const corners = courseCorners(course);
  const next = corners.findIndex((corner) => corner.day > day);
  const [from, to] = [corners[next - 1], corners[next]];
  if (from === undefined || to === undefined) return 0;
  const share = daysBetween(from.day, day) / daysBetween(from.day, to.day);
  return Math.round(from.percent + (to.percent - from.percent) * share);
}

/** The milestones as a task's row keeps them for lists. */
export const milestonesIn = (course: string | null): Milestone[] => (course === null || course === '' ? [] : (JSON.parse(course) as Milestone[]));

/** The first milestone that nobody has reached; the one that turns the light (R17). */
export const firstOpen = (milestones: readonly Milestone[]): { day: Day; title: string } | null =>
  milestones.filter((m) => m.doneOn === null).reduce<Milestone | null>((first, m) => (first === null || m.day < first.day ? m : first), null);
