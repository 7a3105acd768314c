import type { Day } from '../kernel/clock.ts';
import type { Tx } from '../kernel/db/client.ts';
import { instantsOf } from './slip-filter.ts';

/** Instructions that one unit gets in a calendar month before a further one needs a reason (burden account). */
export const INSTRUCTION_CAP = 5;

/** Instructions registered for a unit in the calendar month of a day. */
export const instructionsOfUnit = (db: Tx, unitId: number, day: Day): Promise<number> =>
  db.instruction.count({ where: { unitId, registeredAt: instantsOf(day.slice(0, 7)) } });

/** Whether one more goes beyond the cap. */
export const overInstructionCap = (count: number): boolean => count >= INSTRUCTION_CAP;
