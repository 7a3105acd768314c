import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { InstructionUpdateManyMutationInput } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import type { InstructionStep } from './instruction-forms.ts';
import { INSTRUCTION_LIFE, type InstructionAct } from './instruction-lifecycle.ts';
import { gateInstruction } from './instruction-policy.ts';
import { addressedTo } from './slip-policy.ts';

const columnsOf = (act: InstructionAct, words: string, who: number, at: Date): InstructionUpdateManyMutationInput => {
  switch (act) {
    case 'reply': return { reply: words, repliedById: who, repliedAt: at };
    case 'send_back': return { remark: words };
    case 'close': return { remark: words, closedById: who, closedAt: at };
  }
};

/** One step of an instruction's follow-up by the table: report, send back, close. @throws NotFound, Forbidden, Conflict */
export async function moveInstruction(context: Context, actor: Actor, id: number, act: InstructionAct, { version, words }: InstructionStep): Promise<void> {
  await transaction(context, async (tx) => {
    const row = await tx.instruction.findFirst({ where: { id, AND: [addressedTo(actor)] }, include: { unit: { select: { shortName: true } } } });
    if (row === null) throw new NotFound(`instruction ${String(id)}`);
    gateInstruction(actor, act, row);
    const step = INSTRUCTION_LIFE[act];
    expectChanged(await tx.instruction.updateMany({
      where: { id, version, status: step.from }, data: { ...columnsOf(act, words, actor.accountId, context.clock.now()), status: step.to, version: { increment: 1 } },
    }));
    await recordEvent(tx, context, actor, { event: step.event, subject: `instruction:${String(id)}`, thread: `task:${String(row.taskId)}`, data: { number: row.number, unit: row.unit.shortName, note: words } });
    await settleTask(tx, context, row.taskId, step.event);
  });
}
