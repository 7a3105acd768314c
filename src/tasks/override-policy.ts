import { isOwnStep, type Actor } from '../kernel/actor.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { OVERRIDE_LIFE, type OverrideAct, type OverrideTransition } from './override-lifecycle.ts';
import { isLive } from './task.ts';

/** What the policy has to know: the task's status, and its overrides that are proposed or in force. */
export interface OverrideFacts {
  taskStatus: string;
  overrides: { status: string; proposedById: number }[];
}

/** Four eyes: it is somebody else's to decide. */
export const ANOTHER = 'tasks.why_not.override.another';

/** Why this act on a task's light cannot be done now, as a text key that button and refusal share; null where it can. */
export function whyNotOverride(actor: Actor, act: OverrideAct, { taskStatus, overrides }: OverrideFacts): string | null {
  const row: OverrideTransition = OVERRIDE_LIFE[act];
  if (!row.by.some((relation) => relation === actor.role)) return `tasks.why_not.override.${act}`;
  if (!isLive(taskStatus)) return 'tasks.why_not.override.not_live';
  const own = overrides.find((o) => o.status === row.from);
  if (row.from === null) return overrides.some((o) => o.status === row.to) ? 'tasks.why_not.override.taken' : null;
  if (own === undefined) return 'tasks.why_not.override.none';
  return row.needs.includes('another') && isOwnStep(actor, own.proposedById) ? ANOTHER : null;
}

/** @throws Forbidden where it is not this person's act, Conflict where there is nothing to do it on (any more) */
export function gateOverride(actor: Actor, act: OverrideAct, facts: OverrideFacts): void {
  markChecked();
  const key = whyNotOverride(actor, act, facts);
  if (key === null) return;
  if (['none', 'taken', 'not_live'].some((part) => key === `tasks.why_not.override.${part}`)) throw new Conflict(key);
  throw new Forbidden(key);
}
