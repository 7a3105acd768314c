import type { Actor } from '../../src/kernel/actor.ts';
import type { World } from './world.ts';

/** A thing with a life: what a random person may take hold of. */
export interface Thing {
  id: number;
  /** Nearly always one; a light may be set by hand and another proposed at once. */
  statuses: readonly string[];
  /** How this person stands to it, told by the test and not by the program's policy. */
  relations: (actor: Actor) => string[];
}

interface Row { from: string | readonly string[] | null; to: string | null; by: string | readonly string[] }

/** One lifecycle table with the things that live by it and its acts as the ordinary verbs. */
export interface Life<T extends Thing = Thing> {
  name: string;
  table: Readonly<Record<string, Row>>;
  things: (world: World) => Promise<T[]>;
  /** As it stands in the database now. */
  statusesOf: (world: World, id: number) => Promise<readonly string[]>;
  acts: Readonly<Record<string, (world: World, actor: Actor, thing: T) => Promise<unknown>>>;
}

const listOf = (value: string | readonly string[] | null): readonly (string | null)[] => (value === null ? [null] : typeof value === 'string' ? [value] : value);

/** Whether the table lets this person try this act at this status; what it needs besides is the verb's to ask. */
export function isOpen(life: Life, act: string, actor: Actor, thing: Thing): boolean {
  const row = life.table[act];
  if (row === undefined) throw new Error(`${life.name} has no act ${act}`);
  const from = listOf(row.from);
  return (from.includes(null) || thing.statuses.some((status) => from.includes(status))) && thing.relations(actor).some((relation) => listOf(row.by).includes(relation));
}

/** Which relation a head or clerk has by unit: the first that fits. */
export function byUnit(actor: Actor, units: readonly (readonly [number | null | undefined, string])[]): string[] {
  return actor.role === 'head' || actor.role === 'clerk' ? units.filter(([unitId]) => unitId === actor.unitId).map(([, relation]) => `${relation}_${actor.role}`) : [];
}

export const byRole = (actor: Actor, ...roles: string[]): string[] => roles.filter((role) => role === actor.role);
