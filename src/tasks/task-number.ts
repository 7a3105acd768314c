import type { Day } from '../kernel/clock.ts';
import type { Tx } from '../kernel/db/client.ts';
import { nextNumber } from '../kernel/db/transaction.ts';

/** The next number of the year's 交办 series: 长督交〔2021〕15号 (R1). */
export async function nextTaskNumber(tx: Tx, today: Day): Promise<string> {
  const year = today.slice(0, 4);
  return `长督交〔${year}〕${await nextNumber(tx, `task/${year}`)}号`;
}

/** A district's child carries its parent's number: one matter, one number (R1). */
export const childNumber = (parent: string, index: number): string => `${parent}-${index}`;
