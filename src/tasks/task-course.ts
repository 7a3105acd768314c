import type { Day } from '../kernel/clock.ts';
import { milestonesIn, type Course } from '../lights/expected-progress.ts';
import { readPauses } from './pauses.ts';

/** The columns of a task that its expected progress is drawn from. */
export interface CourseColumns { startOn: Day; deadline: Day; course: string | null; pauses: string | null }

/** How a task is expected to go, from its row: along its milestones, level while it was suspended or standing. */
export const courseOfRow = ({ startOn, deadline, course, pauses }: CourseColumns): Course => ({ startOn, deadline, milestones: milestonesIn(course), pauses: readPauses(pauses) });
