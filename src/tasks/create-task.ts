import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound, Refused } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { recordEvent } from '../audit/record-event.ts';
import { citationOf } from '../plans/citation.ts';
import { milestoneColumns } from './milestone.ts';
import { settleTask } from './settle-task.ts';
import { checkDraft, searchTextOf, wantedBranches, withAllDistricts } from './task-draft.ts';
import type { CreateTask } from './task-forms.ts';

export type Source = Awaited<ReturnType<typeof loadSources>>;

/** The sentences of the plan that a task is to carry out. @throws NotFound, Refused where they are of different plans */
async function loadSources(tx: Tx, sentenceIds: number[]) {
  const sentences = await tx.sentence.findMany({
    where: { id: { in: sentenceIds } }, orderBy: { ordinal: 'asc' },
    include: { plan: true },
  });
  const first = sentences[0];
  if (first === undefined || sentences.length !== new Set(sentenceIds).size) throw new NotFound('sentence');
  if (sentences.some((s) => s.planId !== first.planId)) throw new Refused('tasks.error.two_plans');
  return { first, sentences, plan: first.plan };
}

/**
 * Makes a draft from one or more sentences of a plan; districts named in it get their children when it is issued.
 * @returns the new task's id
 */
export async function createTask(context: Context, actor: Actor, wish: CreateTask): Promise<{ id: number }> {
  markChecked();
  if (actor.role !== 'supervisor') throw new Forbidden('tasks.why_not.relation.edit');
  return transaction(context, async (tx) => {
    const input = await withAllDistricts(tx, wish);
    const sources = await loadSources(tx, input.sentenceIds);
    const branches = wantedBranches(context, input);
    await checkDraft(tx, input, sources.plan);
    const task = await tx.task.create({
      data: {
        ...draftColumns(input), ...sourceColumns(sources), status: 'draft', createdById: actor.accountId, supervisorId: actor.accountId, createdAt: context.clock.now(),
        assignments: { create: branches },
        milestones: { create: (input.milestones ?? []).map(milestoneColumns) },
        sources: { create: await sourceRows(tx, sources, input.commitmentIds ?? []) },
        districtIds: JSON.stringify(input.districtIds),
      },
    });
    await tx.task.update({ where: { id: task.id }, data: { searchText: await searchTextOf(tx, task.id) } });
    await recordEvent(tx, context, actor, { event: 'task.created', subject: `task:${task.id}`, data: { title: input.title, citation: task.citation, deadline: input.deadline } });
    await settleTask(tx, context, task.id, 'task.created');
    return { id: task.id };
  });
}

/** A sentence is taken as a whole, unless some of its commitments are named: then the others stay open. @throws NotFound */
async function sourceRows(tx: Tx, { sentences }: Source, commitmentIds: number[]): Promise<{ sentenceId: number; commitmentId?: number }[]> {
  const wanted = [...new Set(commitmentIds)];
  const named = await tx.commitment.findMany({ where: { id: { in: wanted }, sentenceId: { in: sentences.map((s) => s.id) } }, select: { id: true, sentenceId: true } });
  if (named.length !== wanted.length) throw new NotFound('commitment');
  return sentences.flatMap(({ id }) => {
    const own = named.filter((c) => c.sentenceId === id);
    return own.length === 0 ? [{ sentenceId: id }] : own.map((c) => ({ sentenceId: id, commitmentId: c.id }));
  });
}

/** The columns that a draft's form fills. */
export const draftColumns = (input: Omit<CreateTask, 'sentenceIds' | 'commitmentIds' | 'milestones'>) => ({
  title: input.title, requirement: input.requirement, standard: input.standard, contact: input.contact,
  startOn: input.startOn, deadline: input.deadline, originalDeadline: input.deadline, cycle: input.cycle,
  rollup: input.districtIds.length > 0 ? input.rollup : null,
  valueUnit: input.valueUnit ?? null, valueTarget: input.valueTarget ?? null, rollupNeeded: input.rollupNeeded ?? null,
});

const sourceColumns = ({ first, sentences, plan }: Source) => ({
  planId: plan.id,
  articleId: first.articleId,
  chapterId: first.chapterId,
  quote: sentences.map((s) => s.text).join(''),
  citation: sentences.map((s) => citationOf(s)).join('、'),
});
