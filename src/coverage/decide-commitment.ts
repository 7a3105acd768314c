import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { CommitmentModel, CommitmentUpdateManyMutationInput, Tx } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { Conflict, Forbidden, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import type { AuditEventName } from '../audit/audit-events.ts';
import { whyNot, type CommitmentAct, type CommitmentFacts } from './commitment-policy.ts';
import { coverageOf } from './coverage.ts';

const SOMEBODY_ELSES = new Set(['coverage.why_not.role', 'coverage.why_not.own_proposal']);

interface Deciding {
  act: CommitmentAct;
  version: number;
  event: AuditEventName;
  change: (row: CommitmentModel) => CommitmentUpdateManyMutationInput;
  data?: Record<string, unknown>;
}

/** What all acts on a commitment have in common: find, gate, change the version that was seen, log. @throws NotFound, Forbidden, Conflict */
export async function decideCommitment(context: Context, actor: Actor, id: number, { act, version, event, change, data }: Deciding): Promise<{ planId: number }> {
  return transaction(context, async (tx) => {
    const row = await tx.commitment.findUnique({ where: { id } });
    if (row === null) throw new NotFound(`commitment ${id}`);
    const refusal = whyNot(actor, act, await factsOf(tx, context, row));
    if (refusal !== null) throw SOMEBODY_ELSES.has(refusal) ? new Forbidden(refusal) : new Conflict(refusal);
    expectChanged(await tx.commitment.updateMany({ where: { id, version }, data: { ...change(row), version: { increment: 1 } } }));
    await recordEvent(tx, context, actor, { event, subject: `commitment:${id}`, thread: `plan:${row.planId}`, data: { text: row.text, ...data } });
    return { planId: row.planId };
  });
}

async function factsOf(tx: Tx, context: Context, row: CommitmentModel): Promise<CommitmentFacts> {
  const sources = await tx.taskSource.findMany({
    where: { task: { parentId: null }, OR: [{ commitmentId: row.id }, { commitmentId: null, sentenceId: row.sentenceId }] },
    select: { task: { select: { status: true, startOn: true, yellowFrom: true, redFrom: true } } },
  });
  return { ...row, state: coverageOf(row, sources.map((s) => s.task), today(context.clock)).state };
}
