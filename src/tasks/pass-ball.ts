import type { Tx } from '../kernel/db/client.ts';
import type { Awaited } from './awaited-branch.ts';
import type { Holder } from './task.ts';

/** Who has the ball, and whose late report he waits for. */
export interface Ball {
  holder: Holder;
  unitId: number | null;
  /** The supervisor in charge, while the reviewer has it. */
  accountId: number | null;
  awaited: Awaited | null;
}

/** Ends the open span of the ball and begins the next at the same instant, where anything about it has changed: the spans' sum is the elapsed time. */
export async function passBall(tx: Tx, taskId: number, ball: Ball, now: Date): Promise<void> {
  const { holder, unitId, accountId, awaited } = ball;
  const columns = { holder, unitId, accountId, waitsFor: awaited?.role ?? null, waitsForUnitId: awaited?.unitId ?? null, waitsAfter: awaited?.after ?? null };
  const open = await tx.holderSpan.findFirst({ where: { taskId, until: null }, orderBy: { id: 'desc' } });
  if (open !== null && Object.entries(columns).every(([name, value]) => open[name as keyof typeof columns] === value)) return;
  if (open === null && holder === 'none') return;
  await tx.holderSpan.updateMany({ where: { taskId, until: null }, data: { until: now } });
  if (holder !== 'none') await tx.holderSpan.create({ data: { taskId, since: now, ...columns } });
}
