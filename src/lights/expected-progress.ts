import type { Day } from '../kernel/clock.ts';
import { addDays, daysBetween, yearEnd } from '../kernel/days.ts';

/** A stated part of the way: how much of the whole is expected on that day, in percent. */
export interface Milestone {
  day: Day;
  title: string;
  percent: number;
  /** 约束性: not reached when its year ends, it is red (R16). */
  binding?: boolean;
  /** The day it was reached, as reported and not sent back; null where it is open. */
  doneOn: Day | null;
}

/** Days on which nothing was expected to go on: from the first up to, but not including, the last; null while it lasts. */
export interface StandStill {
  from: Day;
  until: Day | null;
  /** Calendar days by which deadline and later milestones were put off for it when it ended. */
  added?: number;
}

/** From what expected progress is drawn: nothing at the start, all at the deadline, what the milestones say in between. */
export interface Course {
  startOn: Day;
  deadline: Day;
  milestones: readonly Pick<Milestone, 'day' | 'percent'>[];
  /** In the order of time. */
  pauses?: readonly StandStill[];
}

export interface CoursePoint { day: Day; percent: number }

/** The corners of the polyline, in the order of time; it never falls, whatever the milestones say, and is level while the matter stands still. */
export function courseCorners(course: Course): CoursePoint[] {
  const { startOn, deadline, milestones, pauses = [] } = course;
  const pause = pauses.at(-1);
  if (pause !== undefined && pause.from > startOn && pause.from < deadline) return cornersAround(course, pause);
  return pause === undefined ? plainCorners(startOn, 0, deadline, milestones) : courseCorners({ ...course, pauses: pauses.slice(0, -1) });
}

function plainCorners(startOn: Day, startAt: number, deadline: Day, milestones: Course['milestones']): CoursePoint[] {
  const inside = milestones.filter((m) => m.day > startOn && m.day < deadline).sort((a, b) => (a.day < b.day ? -1 : 1));
  let least = startAt;
  const rising = inside.map(({ day, percent }) => {
    least = Math.max(least, Math.min(100, percent));
    return { day, percent: least };
  });
  return [{ day: startOn, percent: startAt }, ...rising, { day: deadline, percent: 100 }];
}

/** Up to the pause as it was expected then, with the days that were not yet put off; level; then on to what is left. */
function cornersAround(course: Course, { from, until, added = 0 }: StandStill): CoursePoint[] {
  const before: Course = {
    ...course, deadline: addDays(course.deadline, -added), pauses: course.pauses?.slice(0, -1) ?? [],
    milestones: course.milestones.map(({ day, percent }) => ({ percent, day: day < from ? day : addDays(day, -added) })),
  };
  const reached = shareOn(before, from);
  const begun = [...courseCorners(before).filter((corner) => corner.day < from), { day: from, percent: reached }];
  // While it lasts nobody can say how it goes on.
  if (until === null) return [...begun, { day: course.deadline, percent: reached }];
  return [...begun, ...plainCorners(until > course.deadline ? course.deadline : until, reached, course.deadline, course.milestones)];
}

/** Expected progress on a day in whole percent: along the milestones, else linear from start to deadline (R18). */
export function expectedOn(course: Course, day: Day): number {
  const standing = course.pauses?.find((pause) => pause.until === null)?.from;
  return Math.round(shareOn(course, standing !== undefined && standing < day ? standing : day));
}

function shareOn(course: Course, day: Day): number {
  if (day >= course.deadline) return 100;
  const corners = courseCorners(course);
  const next = corners.findIndex((corner) => corner.day > day);
  const [from, to] = [corners[next - 1], corners[next]];
  if (from === undefined || to === undefined) return 0;
  return from.percent + (to.percent - from.percent) * (daysBetween(from.day, day) / daysBetween(from.day, to.day));
}

/** The milestones as a task's row keeps them for lists. */
export const milestonesIn = (course: string | null): Milestone[] => (course === null || course === '' ? [] : (JSON.parse(course) as Milestone[]));

/** The first of these milestones that nobody has reached; the one that turns the light (R17). */
export const firstOpen = (milestones: readonly Milestone[]): { day: Day; title: string } | null =>
  milestones.filter((m) => m.doneOn === null).reduce<Milestone | null>((first, m) => (first === null || m.day < first.day ? m : first), null);

/** The first binding interim target that nobody has reached (R16). */
export const firstBinding = (milestones: readonly Milestone[]): { day: Day; title: string } | null => firstOpen(milestones.filter((m) => m.binding === true));

/** A binding interim target has all of its year: only when that has ended is it missed (R16). */
export const isTargetMissed = (target: { day: Day } | null, day: Day): boolean => target !== null && day > yearEnd(target.day);
