import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addMonths } from '../kernel/days.ts';
import { burdenOf } from '../supervision/burden-queries.ts';
import type { CappedKind, Caps } from '../units/burden-caps.ts';
import { namesOf, valuesOn } from './parameter-set.ts';

/** How many units had so much of a kind in the month that a further request would have needed a reason, by the caps of then and by the proposed ones. */
export interface CapTrial { month: string; rows: { kind: CappedKind; cap: number; units: number; proposed: number; unitsThen: number }[] }

/** Counted over the last month that is over; the account's own figures. */
export async function capTrial(context: Context, proposed: Caps): Promise<CapTrial> {
  const month = addMonths(`${today(context.clock).slice(0, 7)}-01`, -1).slice(0, 7);
  const [units, caps] = [await burdenOf(context, month), valuesOn(context.parameters, 'caps', today(context.clock))];
  const kinds = namesOf('caps') as CappedKind[];
  return { month, rows: kinds.map((kind) => {
    const reaching = (cap: number): number => units.filter((unit) => unit.counts[kind] >= cap).length;
    const cap = caps[kind] ?? 0;
    return { kind, cap, units: reaching(cap), proposed: proposed[kind], unitsThen: reaching(proposed[kind]) };
  }) };
}
