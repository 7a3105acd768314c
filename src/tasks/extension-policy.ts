import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { Day } from '../kernel/clock.ts';
import { daysBetween } from '../kernel/days.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { EXTENSION_LIFE, EXTENSION_LIMITS, type ExtensionAct, type ExtensionNeed, type ExtensionStage, type ExtensionTransition } from './extension-lifecycle.ts';
import { relationsOf, type TaskFacts } from './task-policy.ts';

export interface ExtensionFacts { status: string; askedById: number; draftedById: number | null; endorsedById: number | null; fromDeadline: Day; toDeadline: Day }

/** What decides about an application: the task and all that was asked for it. */
export interface ExtendedTask extends Pick<TaskFacts, 'status' | 'deadline' | 'assignments' | 'parentAssignments'> {
  originalDeadline: Day;
  extensions: readonly ExtensionFacts[];
}

const ON_ITS_WAY = new Set(['prepared', 'pending', 'endorsed']);

/** The one application that is on its way; null where there is none. */
export const applicationOf = <E extends { status: string }>(task: { extensions: readonly E[] }): E | null => task.extensions.find((e) => ON_ITS_WAY.has(e.status)) ?? null;

const stageOf = (task: ExtendedTask): ExtensionStage => (applicationOf(task)?.status ?? 'none') as ExtensionStage;
const grantedSoFar = (task: ExtendedTask): number => task.extensions.filter((e) => e.status === 'granted').length;

/** Days in all from the original deadline to the one that is asked for, and which of them it would be. */
export const extentOf = (task: ExtendedTask, toDeadline: Day): { days: number; nth: number } => ({ days: daysBetween(task.originalDeadline, toDeadline), nth: grantedSoFar(task) + 1 });

/** Beyond what a supervisor decides alone. */
export function needsLeader(task: ExtendedTask): boolean {
  const application = applicationOf(task);
  if (application === null) return false;
  const { days, nth } = extentOf(task, application.toDeadline);
  return days > EXTENSION_LIMITS.daysAlone || nth > EXTENSION_LIMITS.nthAlone;
}

const NEEDS: Record<ExtensionNeed, (actor: Actor, task: ExtendedTask, today: Day) => boolean> = {
  before_deadline: (_a, task, today) => today <= task.deadline,
  extension_left: (_a, task) => grantedSoFar(task) < EXTENSION_LIMITS.most,
  // Four eyes by account: whoever wrote, signed or endorsed it does not decide it.
  other_person: (actor, task) => {
    const application = applicationOf(task);
    return application === null || ![application.askedById, application.draftedById, application.endorsedById].some((step) => isOwnStep(actor, step));
  },
  within_limits: (_a, task) => !needsLeader(task),
  beyond_limits: (_a, task) => needsLeader(task),
};

/** Why this act cannot be done now, as a text key that the button and the refusal share; null where it can. */
export function whyNotExtension(actor: Actor, act: ExtensionAct, task: ExtendedTask, today: Day): string | null {
  const row: ExtensionTransition = EXTENSION_LIFE[act];
  if (!relationsOf(actor, task).some((r) => row.by.includes(r))) return `tasks.why_not.extension.${act}`;
  if (!row.during.some((s) => s === task.status)) return 'tasks.why_not.status';
  if (!row.from.includes(stageOf(task))) return row.from.includes('none') ? 'tasks.why_not.no_pending_extension' : 'tasks.why_not.pending_extension';
  const missing = row.needs.find((need) => !NEEDS[need](actor, task, today));
  return missing === undefined ? null : `tasks.why_not.${missing}`;
}

const MOVED_ON = new Set(['tasks.why_not.status', 'tasks.why_not.no_pending_extension', 'tasks.why_not.pending_extension']);

/** @throws Forbidden where it is not this person's act, Conflict where the matter has moved on */
export function gateExtension(actor: Actor, act: ExtensionAct, task: ExtendedTask, today: Day): void {
  markChecked();
  const key = whyNotExtension(actor, act, task, today);
  if (key === null) return;
  if (MOVED_ON.has(key)) throw new Conflict(key);
  throw new Forbidden(key);
}
