import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { draftColumns } from './create-task.ts';
import { milestoneColumns } from './milestone.ts';
import { settleTask } from './settle-task.ts';
import { checkDraft, searchTextOf, wantedBranches, withAllDistricts } from './task-draft.ts';
import { gateTask } from './task-facts.ts';
import type { EditTask } from './task-forms.ts';

/** Changes a draft. What was issued is changed by acts of its own (R11). @throws NotFound, Forbidden, Refused, Conflict */
export async function editTask(context: Context, actor: Actor, id: number, wish: EditTask): Promise<void> {
  await transaction(context, async (tx) => {
    const before = await gateTask(context, tx, actor, id, 'edit');
    const input = await withAllDistricts(tx, wish);
    const branches = wantedBranches(context, input);
    const plan = await tx.plan.findUniqueOrThrow({ where: { id: before.planId }, select: { startsOn: true, endsOn: true } });
    await checkDraft(tx, input, plan);
    expectChanged(await tx.task.updateMany({
      where: { id, version: input.version, status: 'draft' },
      data: { ...draftColumns(input), districtIds: JSON.stringify(input.districtIds), version: { increment: 1 } },
    }));
    await tx.assignment.deleteMany({ where: { taskId: id } });
    await tx.assignment.createMany({ data: branches.map((b) => ({ ...b, taskId: id })) });
    await tx.milestone.deleteMany({ where: { taskId: id } });
    await tx.milestone.createMany({ data: (input.milestones ?? []).map((wish) => ({ ...milestoneColumns(wish), taskId: id })) });
    await tx.task.update({ where: { id }, data: { searchText: await searchTextOf(tx, id) } });
    await recordEvent(tx, context, actor, { event: 'task.changed', subject: `task:${id}`, data: { before: { title: before.title, deadline: before.deadline }, after: { title: input.title, deadline: input.deadline } } });
    await settleTask(tx, context, id, 'task.changed');
  });
}
