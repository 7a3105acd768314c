import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { timelineOf } from '../audit/audit-queries.ts';
import type { Page } from '../web/answer.ts';
import { districtViewOf, rollUpOf } from './district-queries.ts';
import { endingPeople } from './ending-view.ts';
import type { RejectedAct } from './rejected-act.ts';
import { taskPage } from './task-pages.ts';
import { findTask, namesOf } from './task-queries.ts';
import { eventsToldTo } from './told-events.ts';

/** The page of a task, or it again with the form open that was refused. @throws NotFound */
export async function taskPageOf(context: Context, viewer: Viewer, id: number, rejected: RejectedAct | null = null): Promise<Page> {
  const task = await findTask(context, viewer.actor, id);
  const events = eventsToldTo(viewer.actor, task, await timelineOf(context, `task:${task.id}`));
  const names = await namesOf(context, [task.supervisorId, ...task.extensions.flatMap((e) => [e.askedById, e.endorsedById, e.decidedById]), ...task.explanations.flatMap((e) => [e.explainedById, e.answeredById]), ...endingPeople(task)]);
  const summed = task.children.length === 0 ? null : await rollUpOf(context, viewer.actor, task.id);
  const whole = task.parentId === null ? null : await districtViewOf(context, viewer.actor, task.id);
  return taskPage(viewer, { task, events, names, summed, whole }, rejected);
}
