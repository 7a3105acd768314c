import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { textOf } from './filing.ts';
import { sealContent } from './filing-digest.ts';
import type { FilingInput } from './filing-forms.ts';
import { gatePlace, type Address } from './filing-place.ts';
import { raiseCoordination } from './raise-coordination.ts';
import { recordFiling } from './record-filing.ts';
import { refuseUnsendable, writeFiling } from './write-filing.ts';

/**
 * The unit's head signs and the report reaches the supervisor (审签上报): a new round, kept word for word with its digest.
 * The head may have written it alone. @throws NotFound, Forbidden, Refused, Conflict
 */
export async function signOffFiling(context: Context, actor: Actor, address: Omit<Address, 'branchId'>, input: FilingInput): Promise<{ round: number }> {
  return transaction(context, async (tx) => {
    const place = await gatePlace(context, tx, actor, { ...address, branchId: null }, 'sign_off');
    refuseUnsendable(context, place, input);
    const now = context.clock.now();
    const round = (place.filing?.round ?? 0) + 1;
    const columns = { signedOffById: actor.accountId, round, firstSentAt: place.filing?.firstSentAt ?? now, sentAt: now };
    const id = await writeFiling(tx, context, actor, { place, act: 'sign_off', input, columns });
    const { draftedById, version } = await tx.filing.findUniqueOrThrow({ where: { id }, select: { draftedById: true, version: true } });
    const sealed = sealContent(textOf(input), place.filing?.evidence ?? []);
    await tx.filingVersion.create({ data: { filingId: id, round, ...sealed, sentAt: now, draftedById, signedOffById: actor.accountId } });
    await raiseCoordination(tx, context, actor, place, id, input.coordination);
    await recordFiling(tx, context, actor, place, id, 'filing.signed_off', { round, progress: input.progress, digest: sealed.digest, version });
    return { round };
  });
}
