import type { Actor } from '../kernel/actor.ts';
import type { SlipWhereInput } from '../kernel/db/client.ts';
import { markChecked } from '../kernel/request-scope.ts';

/** Those who watch over all units. */
export const OVERSEERS = ['supervisor', 'inspector', 'leader'] as const;
export const isOverseer = (actor: Actor): boolean => OVERSEERS.some((role) => role === actor.role);

const isOfUnit = (actor: Actor): boolean => actor.role === 'head' || actor.role === 'clerk';

/** A paper addressed to a unit is seen by that unit and by those who watch over all (R25): rows that have a `unitId`. */
export function addressedTo(actor: Actor): { unitId?: number } {
  markChecked();
  if (isOverseer(actor)) return {};
  return { unitId: isOfUnit(actor) ? actor.unitId : -1 };
}

export const visibleSlips = (actor: Actor): SlipWhereInput => addressedTo(actor);

/** The head answers for the unit. */
export const mayReply = (actor: Actor, slip: { unitId: number }): boolean => actor.role === 'head' && actor.unitId === slip.unitId;
