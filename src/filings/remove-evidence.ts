import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { findOwnEvidence } from './evidence-queries.ts';
import type { FilingInput } from './filing-forms.ts';
import { gatePlace } from './filing-place.ts';
import { recordFiling } from './record-filing.ts';
import { saveInside } from './save-filing.ts';

/**
 * Takes a file off a report that is still being written, and keeps what is written so far. Rounds that were sent with it keep it.
 * @returns where it belonged @throws NotFound, Forbidden, Conflict
 */
export async function removeEvidence(context: Context, actor: Actor, id: number, input: FilingInput): Promise<{ taskId: number; period: string }> {
  return transaction(context, async (tx) => {
    const { filing, fileName, sha256 } = await findOwnEvidence(tx, actor, id);
    const { taskId, period } = filing;
    const place = await gatePlace(context, tx, actor, { taskId, period, branchId: filing.assignmentId }, 'detach');
    await saveInside(tx, context, actor, place, input, true);
    expectChanged(await tx.evidence.updateMany({ where: { id, removedAt: null }, data: { removedAt: context.clock.now() } }));
    await recordFiling(tx, context, actor, place, filing.id, 'evidence.removed', { fileName, sha256 });
    return { taskId, period };
  });
}
