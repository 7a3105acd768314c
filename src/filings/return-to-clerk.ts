import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import type { Correction } from './filing-forms.ts';
import { FILING_LIFE } from './filing-lifecycle.ts';
import { gatePlace, type Address } from './filing-place.ts';
import { recordFiling } from './record-filing.ts';

/** The head gives the report back to the clerk with a reason; it stays within the unit and its clock has never stopped. */
export async function returnToClerk(context: Context, actor: Actor, address: Omit<Address, 'branchId'>, { version, reason }: Correction): Promise<void> {
  // `remark`, not `reason`: what the head tells the clerk does not stand on the task's timeline, which others read.
  await transaction(context, async (tx) => {
    const place = await gatePlace(context, tx, actor, { ...address, branchId: null }, 'return_to_clerk');
    const id = place.filing?.id ?? 0;
    expectChanged(await tx.filing.updateMany({
      where: { id, version, status: 'signoff' },
      data: { status: FILING_LIFE.return_to_clerk.to, clerkNote: reason, version: { increment: 1 } },
    }));
    await recordFiling(tx, context, actor, place, id, 'filing.returned_to_clerk', { remark: reason });
  });
}
