import type { Day } from '../kernel/clock.ts';
import type { Tx } from '../kernel/db/client.ts';
import { nextNumber } from '../kernel/db/transaction.ts';
import { LADDER } from './press-ladder.ts';
import type { SlipKind } from './slip.ts';

/** The next number of a form's series of the year, 长督催〔2023〕1号 (R1). Inside the act's transaction, so no number is lost. */
export async function nextFormNumber(tx: Tx, series: string, mark: string, today: Day): Promise<string> {
  const year = today.slice(0, 4);
  return `${mark}〔${year}〕${await nextNumber(tx, `${series}/${year}`)}号`;
}

export const nextSlipNumber = (tx: Tx, kind: SlipKind, today: Day): Promise<string> => nextFormNumber(tx, LADDER[kind].series, LADDER[kind].mark, today);
