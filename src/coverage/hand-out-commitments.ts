import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { allOrNothing } from '../kernel/db/transaction.ts';
import { Conflict, Forbidden, Refused, type Complaint } from '../kernel/errors.ts';
import { findSentence, type FoundSentence } from '../plans/plan-queries.ts';
import { createTask } from '../tasks/create-task.ts';
import { suggestDraft } from '../tasks/draft-suggestion.ts';
import { issueTask } from '../tasks/issue-task.ts';
import { withLearnedUnits } from '../tasks/learned-suggestions.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { isDistrict, type UnitName } from '../units/unit.ts';
import { proposeExemption } from './propose-exemption.ts';
import { deskField, type DeskColumn, type DeskOrder, type DeskOrders } from './desk-form.ts';

/**
 * Makes a task of every commitment that was ticked, hands it over where that is wished, and proposes to leave those undecomposed that
 * were given a reason: all of it or nothing, through the ordinary verbs.
 * @throws Forbidden, Conflict where somebody decided on one of them meanwhile, Refused with complaints at the rows they concern
 */
export async function handOutCommitments(context: Context, actor: Actor, { issue, cycle, capReason, orders, exemptions }: DeskOrders): Promise<void> {
  if (actor.role !== 'supervisor') throw new Forbidden('coverage.why_not.role');
  const units = await unitChoices(context);
  await allOrNothing(context, async (inside) => {
    for (const order of orders) {
      const id = await atItsRow(order.commitmentId, () => makeTask(inside, actor, order, cycle, units));
      if (issue) await issueTask(inside, actor, id, { version: await versionOf(inside, id), capReason });
    }
    for (const { commitmentId, version, reason } of exemptions) await proposeExemption(inside, actor, commitmentId, { version, reason });
  });
}

async function makeTask(context: Context, actor: Actor, order: DeskOrder, cycle: DeskOrders['cycle'], units: UnitName[]): Promise<number> {
  const commitment = await context.db.commitment.findUnique({ where: { id: order.commitmentId }, select: { sentenceId: true, decision: true } });
  if (commitment?.decision !== 'open') throw new Conflict('coverage.why_not.decided');
  const sentence = await findSentence(context, commitment.sentenceId);
  const { values } = suggestDraft(withLearnedUnits(only(sentence, order.commitmentId), { units: [] }), units, today(context.clock));
  const idOf = (code: string): number => units.find((unit) => unit.code === code)?.id ?? 0;
  const { id } = await createTask(context, actor, {
    title: values.title, requirement: values.requirement, standard: order.standard, contact: `${actor.unitName} ${actor.name}`,
    startOn: values.startOn, deadline: order.deadline, cycle, rollup: 'all',
    leadId: idOf(order.lead), responsibleIds: order.responsible.map(idOf), supportIds: order.support.map(idOf),
    districtIds: order.districts ? units.filter(isDistrict).map((unit) => unit.id).filter((unitId) => unitId !== idOf(order.lead)) : [],
    sentenceIds: [sentence.id], commitmentIds: [order.commitmentId],
  });
  return id;
}

/** The sentence with this commitment alone, so that title and requirement are its own. */
export const only = (sentence: FoundSentence, commitmentId: number): FoundSentence => ({ ...sentence, commitments: sentence.commitments.filter((c) => c.id === commitmentId) });

async function versionOf({ db }: Context, id: number): Promise<number> {
  return (await db.task.findUniqueOrThrow({ where: { id }, select: { version: true } })).version;
}

const COLUMN_OF: Readonly<Record<string, DeskColumn>> = { leadId: 'lead', responsibleIds: 'responsible', supportIds: 'support', districtIds: 'districts', deadline: 'deadline', startOn: 'deadline', standard: 'standard' };

/** Complaints of the task's own form point at the row of the desk that they are about. */
async function atItsRow<T>(commitmentId: number, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new Refused(error.complaints.map((c): Complaint => ({ ...c, field: deskField(COLUMN_OF[c.field ?? ''] ?? 'lead', commitmentId) })));
  }
}
