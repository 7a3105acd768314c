import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { CoordinationWhereInput } from '../kernel/db/client.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { COORDINATION_LIFE, type CoordinationAct, type CoordinationNeed, type CoordinationRelation, type CoordinationTransition } from './coordination-lifecycle.ts';

export interface CoordinationFacts {
  status: string;
  /** The unit that asks. */
  unitId: number;
  owner: string;
  ownerUnitId: number | null;
  raisedById: number;
  answeredById: number | null;
}

/** How this person, in this post, stands to the matter. */
export function coordinationRelations(actor: Actor, row: Pick<CoordinationFacts, 'unitId' | 'owner' | 'ownerUnitId'>): CoordinationRelation[] {
  if (actor.role === 'supervisor') return ['supervisor'];
  if (actor.role === 'leader') return row.owner === 'leader' ? ['leader_asked'] : [];
  if (actor.role !== 'head') return [];
  return [...(actor.unitId === row.unitId ? ['asking_head' as const] : []), ...(row.owner === 'unit' && actor.unitId === row.ownerUnitId ? ['unit_asked' as const] : [])];
}

const NEEDS: Record<CoordinationNeed, (actor: Actor, row: CoordinationFacts) => boolean> = {
  not_asker: (actor, row) => !isOwnStep(actor, row.raisedById),
  not_answerer: (actor, row) => !isOwnStep(actor, row.answeredById),
};

/** Why this act cannot be done now, as a text key for button and refusal; null where it can. */
export function whyNotCoordination(actor: Actor, act: CoordinationAct, row: CoordinationFacts): string | null {
  const step: CoordinationTransition = COORDINATION_LIFE[act];
  if (!coordinationRelations(actor, row).some((relation) => step.by.includes(relation))) return `coordinations.why_not.${act}`;
  if (!step.from.some((status) => status === row.status)) return 'coordinations.why_not.status';
  const missing = step.needs.find((need) => !NEEDS[need](actor, row));
  return missing === undefined ? null : `coordinations.why_not.${missing}`;
}

/** @throws Forbidden where it is not this person's act, Conflict where the matter has moved on */
export function gateCoordination(actor: Actor, act: CoordinationAct, row: CoordinationFacts): void {
  markChecked();
  const key = whyNotCoordination(actor, act, row);
  if (key === null) return;
  if (key === 'coordinations.why_not.status') throw new Conflict(key);
  throw new Forbidden(key);
}

/** Overseers all, a unit what it asked for and what it was asked; nobody else. */
export function coordinationsVisibleTo(actor: Actor): CoordinationWhereInput {
  markChecked();
  if (actor.role === 'supervisor' || actor.role === 'inspector' || actor.role === 'leader') return {};
  if (actor.role !== 'head' && actor.role !== 'clerk') return { id: -1 };
  return { OR: [{ unitId: actor.unitId }, { owner: 'unit', ownerUnitId: actor.unitId }] };
}
