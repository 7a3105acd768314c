import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { FINDING_LIFE, type FindingAct } from './finding-lifecycle.ts';
import { gateFinding } from './finding-policy.ts';
import type { FindingStep } from './finding-forms.ts';
import { lockTask } from './lock-task.ts';
import { addressedTo } from './slip-policy.ts';

/** The unit objects to a finding, or somebody who did not make it rules on the objection. @throws NotFound, Forbidden, Conflict */
export async function moveFinding(context: Context, actor: Actor, id: number, act: FindingAct, step: FindingStep): Promise<void> {
  await transaction(context, async (tx) => {
    const found = await tx.verification.findFirst({ where: { id, AND: [addressedTo(actor)] }, include: { objection: true, unit: { select: { shortName: true } } } });
    if (found === null) throw new NotFound(`verification ${String(id)}`);
    gateFinding(actor, act, found, today(context.clock), context.calendar);
    await lockTask(tx, found.taskId);
    if (act === 'object') await writeObjection(tx, context, actor, found, step.words);
    else await writeRuling(tx, context, actor, id, act, step);
    const { event } = FINDING_LIFE[act];
    await recordEvent(tx, context, actor, { event, subject: `verification:${String(id)}`, thread: `task:${String(found.taskId)}`, data: { number: found.number, unit: found.unit.shortName, note: step.words } });
    await settleTask(tx, context, found.taskId, event);
  });
}

/** Once only: asked again behind the lock, since two of a unit's pages may be open. */
async function writeObjection(tx: Tx, context: Context, actor: Actor, found: { id: number; unitId: number }, reason: string): Promise<void> {
  expectChanged({ count: (await tx.findingObjection.count({ where: { verificationId: found.id } })) === 0 ? 1 : 0 });
  await tx.findingObjection.create({
    data: { verificationId: found.id, unitId: found.unitId, status: FINDING_LIFE.object.to, reason, objectedById: actor.accountId, objectedAt: context.clock.now() },
  });
}

async function writeRuling(tx: Tx, context: Context, actor: Actor, verificationId: number, act: 'uphold' | 'dismiss', { version, words }: FindingStep): Promise<void> {
  const row = FINDING_LIFE[act];
  expectChanged(await tx.findingObjection.updateMany({
    where: { verificationId, version, status: row.from },
    data: { status: row.to, ruling: words, ruledById: actor.accountId, ruledAt: context.clock.now(), version: { increment: 1 } },
  }));
}
