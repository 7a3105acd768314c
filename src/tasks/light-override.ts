import type { Day } from '../kernel/clock.ts';
import { firstBinding, isTargetMissed, milestonesIn } from '../lights/expected-progress.ts';
import type { Light } from '../lights/light.ts';

/** What a light can be set to by hand; grey is nobody's judgement. */
export const OVERRIDE_LIGHTS = ['green', 'yellow', 'red'] as const;

/** After so many days at the latest the computed light stands alone again. */
export const LONGEST_OVERRIDE_DAYS = 92;

/** Red because the deadline has passed, or a binding target was missed: no reason turns that green (R20). */
const BINDING_RULES = new Set(['past_deadline', 'target_missed']);
export const isBindingRed = (rule: string): boolean => BINDING_RULES.has(rule);

export interface Override { light: string; status: string; expiresOn: Day }

/** Past its deadline, or beyond the year of a binding target that nobody reached (R20). */
export const isBound = ({ deadline, course }: { deadline: Day; course: string | null }, today: Day): boolean =>
  deadline < today || isTargetMissed(firstBinding(milestonesIn(course)), today);

/** The light set by hand, where it holds today: one set to green gives way as soon as the deadline has passed or a binding target is missed. */
export function heldLight(override: Override | undefined, computed: Light, task: { deadline: Day; course: string | null }, today: Day): Light | null {
  if (override === undefined || override.status !== 'in_force' || override.expiresOn < today) return null;
  const light = OVERRIDE_LIGHTS.find((l) => l === override.light) ?? null;
  return light === 'green' && computed === 'red' && isBound(task, today) ? null : light;
}
