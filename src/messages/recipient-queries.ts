import type { Context } from '../kernel/context.ts';
import { holdersOf, type Holder } from '../accounts/post-holders.ts';
import type { Digest, MessageKind } from './message.ts';

/** Somebody in whose inbox a digest is put. */
export interface Recipient {
  accountId: number;
  postId: number;
  pressedOnly: boolean;
}

const ROLES = { unit: ['clerk', 'head'], review: ['supervisor'] } as const satisfies Record<MessageKind, readonly string[]>;

/** Everybody who may be told something, by unit. */
export async function possibleRecipients(context: Context): Promise<Map<number, Holder[]>> {
  const byUnit = new Map<number, Holder[]>();
  for (const holder of await holdersOf(context, [...ROLES.unit, ...ROLES.review])) byUnit.set(holder.unitId, [...byUnit.get(holder.unitId) ?? [], holder]);
  return byUnit;
}

/** The units whose supervisors are told what waits for them. */
export const unitsOfSupervisors = (people: ReadonlyMap<number, Holder[]>): number[] => [...people].filter(([, holders]) => holders.some((h) => h.role === 'supervisor')).map(([unitId]) => unitId);

/**
 * Who is told of a digest (R25): the unit's clerks of everything, its head of what stands from 催办单 up. In a unit that has no clerk the
 * head does the clerk's work and is told as one.
 */
export function recipientsOf({ kind, items }: Digest, holders: readonly Holder[]): Recipient[] {
  const roles: readonly string[] = ROLES[kind];
  const people = holders.filter((h) => roles.includes(h.role));
  const hasClerk = people.some((h) => h.role !== 'head');
  const isPressed = items.some((item) => item.rung === 'slip');
  return people.filter((h) => h.role !== 'head' || !hasClerk || isPressed)
    .map(({ accountId, postId, role }) => ({ accountId, postId, pressedOnly: role === 'head' && hasClerk }));
}
