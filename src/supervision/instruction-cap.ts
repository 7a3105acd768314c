import type { Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { capsOn } from '../units/burden-caps.ts';
import { instantsOf } from './slip-filter.ts';

/** The cap on a unit's instructions in the calendar month of a day, where one more would go beyond it and needs a reason; else null. */
export async function instructionCapPassed(db: Tx, { parameters }: Pick<Context, 'parameters'>, unitId: number, day: Day): Promise<number | null> {
  const cap = capsOn(parameters, day).instructions;
  return (await db.instruction.count({ where: { unitId, registeredAt: instantsOf(day.slice(0, 7)) } })) >= cap ? cap : null;
}
