import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';

/** Notes, once, that the stored turning days rest on this version of the lights. The system's own act: it follows from the day. */
export const markSettled = (context: Context, id: number, changed: number): Promise<void> => transaction(context, async (tx) => {
  const { count } = await tx.parameterSet.updateMany({ where: { id, settledAt: null }, data: { settledAt: context.clock.now() } });
  if (count > 0) await recordEvent(tx, context, null, { event: 'parameters.in_force', subject: `parameters:${String(id)}`, data: { changed } });
});
