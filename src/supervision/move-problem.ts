import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { ProblemUpdateManyMutationInput } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { PROBLEM_LIFE, type ProblemAct } from './problem-lifecycle.ts';
import { gateProblem } from './problem-policy.ts';
import type { ProblemStep } from './problem-forms.ts';
import { addressedTo } from './slip-policy.ts';

/** What an act writes beside the status: its words, who and when. */
const columnsOf = (act: ProblemAct, words: string, who: number, at: Date): ProblemUpdateManyMutationInput => {
  switch (act) {
    case 'object': return { objection: words, objectedById: who };
    case 'uphold': case 'dismiss': return { ruling: words, ruledById: who };
    case 'rectify': return { rectification: words, rectifiedById: who, rectifiedAt: at };
    case 'send_back': case 'confirm': return { recheck: words, recheckedById: who, recheckedAt: at };
    case 'strike_off': return { closedById: who, closedAt: at };
  }
};

/** One step of a problem's life by the table: 异议, 裁定, 整改, 复核, 销号. @throws NotFound, Forbidden, Conflict */
export async function moveProblem(context: Context, actor: Actor, id: number, act: ProblemAct, { version, words }: ProblemStep): Promise<void> {
  await transaction(context, async (tx) => {
    const problem = await tx.problem.findFirst({ where: { id, AND: [addressedTo(actor)] }, include: { unit: { select: { shortName: true } } } });
    if (problem === null) throw new NotFound(`problem ${String(id)}`);
    gateProblem(actor, act, problem, today(context.clock), context.calendar);
    const row = PROBLEM_LIFE[act];
    expectChanged(await tx.problem.updateMany({
      where: { id, version, status: row.from },
      data: { ...columnsOf(act, words, actor.accountId, context.clock.now()), status: row.to, version: { increment: 1 } },
    }));
    await recordEvent(tx, context, actor, {
      event: row.event, subject: `problem:${String(id)}`, thread: `task:${String(problem.taskId)}`, data: { number: problem.number, unit: problem.unit.shortName, note: words },
    });
    await settleTask(tx, context, problem.taskId, row.event);
  });
}
