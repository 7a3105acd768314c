import type { Actor } from '../kernel/actor.ts';
import type { SlipWhereInput } from '../kernel/db/client.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { SLIP_LIFE, type SlipRelation, type SlipStatus, type SlipTransition } from './slip-lifecycle.ts';

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

/** What the policy has to know of a slip. */
export interface SlipFacts { unitId: number; repliedAt: Date | null }

const statusOf = ({ repliedAt }: Pick<SlipFacts, 'repliedAt'>): SlipStatus => (repliedAt === null ? 'open' : 'replied');

/** How this person, in this post, stands to a slip: the head answers for the unit. */
export function slipRelation(actor: Actor, { unitId }: Pick<SlipFacts, 'unitId'>): SlipRelation | null {
  if (actor.role === 'supervisor' || actor.role === 'inspector') return actor.role;
  return actor.role === 'head' && actor.unitId === unitId ? 'unit_head' : null;
}

/** Why this person cannot answer now, as a text key for button and refusal; null where they can. */
export function whyNotReply(actor: Actor, slip: SlipFacts): string | null {
  const { by, from }: SlipTransition = SLIP_LIFE.reply;
  if (!by.some((relation) => relation === slipRelation(actor, slip))) return 'supervision.why_not.reply';
  return from === statusOf(slip) ? null : 'supervision.error.replied_already';
}

/** @throws Forbidden where it is not this person's to answer, Conflict where it was answered */
export function gateReply(actor: Actor, slip: SlipFacts): void {
  markChecked();
  const key = whyNotReply(actor, slip);
  if (key === null) return;
  if (key === 'supervision.error.replied_already') throw new Conflict(key);
  throw new Forbidden(key);
}
