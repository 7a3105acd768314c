import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { expectChanged, transaction } from '../kernel/db/transaction.ts';
import { recordEvent } from '../audit/record-event.ts';
import { isServing } from './assignment.ts';
import { sharesIn } from './district-shares.ts';
import { settleTask } from './settle-task.ts';
import { searchTextOf } from './task-draft.ts';
import { gateTask } from './task-facts.ts';
import { passHandedCap } from './hand-over-cap.ts';
import type { Issue } from './task-forms.ts';
import { childNumber, nextTaskNumber } from './task-number.ts';

/** Whose month is full, and why they are handed something nevertheless. */
interface Beyond { units: Set<number>; reason: string }

/** Hands a draft over (交办): it gets its number, and every district chosen in it a child of its own. @returns the number @throws Refused beyond a unit's cap of the month without a reason */
export async function issueTask(context: Context, actor: Actor, id: number, { version, capReason = '' }: Issue): Promise<{ number: string }> {
  return transaction(context, async (tx) => {
    const facts = await gateTask(context, tx, actor, id, 'issue');
    const { districtIds } = await tx.task.findUniqueOrThrow({ where: { id }, select: { districtIds: true } });
    const units = facts.assignments.filter(isServing).map((a) => a.unitId);
    const beyond: Beyond = { units: await passHandedCap(tx, context, [...units, ...(JSON.parse(districtIds) as number[])], capReason), reason: capReason };
    const number = await nextTaskNumber(tx, today(context.clock));
    expectChanged(await tx.task.updateMany({
      where: { id, version, status: 'draft' },
      data: { status: 'issued', number, issuedAt: context.clock.now(), version: { increment: 1 } },
    }));
    await tx.task.update({ where: { id }, data: { searchText: await searchTextOf(tx, id) } });
    await tx.assignment.updateMany({ where: { taskId: id, unitId: { in: [...beyond.units] } }, data: { capReason } });
    const cap = beyond.units.size === 0 ? {} : { capReason };
    await recordEvent(tx, context, actor, { event: 'task.issued', subject: `task:${id}`, data: { number, title: facts.title, ...cap } });
    await settleTask(tx, context, id, 'task.issued');
    await fanOut(tx, context, actor, { id, number, beyond });
    return { number };
  });
}

/** One child for each district, its membership fixed at the hand-over (DOMAIN, Roll-up). */
async function fanOut(tx: Tx, context: Context, actor: Actor, { id: parentId, number, beyond }: { id: number; number: string; beyond: Beyond }): Promise<void> {
  const parent = await tx.task.findUniqueOrThrow({ where: { id: parentId }, include: { sources: true, milestones: { where: { retiredAt: null }, select: { day: true, title: true, percent: true, binding: true } } } });
  const districts = JSON.parse(parent.districtIds) as number[];
  const shares = sharesIn(parent.districtShares);
  const units = await tx.unit.findMany({ where: { id: { in: districts } }, orderBy: { sort: 'asc' }, select: { id: true, shortName: true } });
  for (const [index, unit] of units.entries()) {
    const capReason = beyond.units.has(unit.id) ? beyond.reason : null;
    const child = await tx.task.create({
      data: {
        number: childNumber(number, index + 1), planId: parent.planId, articleId: parent.articleId, chapterId: parent.chapterId, parentId,
        title: parent.title, quote: parent.quote, citation: parent.citation, requirement: parent.requirement, standard: parent.standard, contact: parent.contact,
        status: 'issued', cycle: parent.cycle, startOn: parent.startOn, deadline: parent.deadline, originalDeadline: parent.deadline,
        valueUnit: parent.valueUnit, valueTarget: shares.get(unit.id)?.target ?? null, rollupWeight: shares.get(unit.id)?.weight ?? null,
        createdById: actor.accountId, supervisorId: parent.supervisorId, createdAt: context.clock.now(), issuedAt: context.clock.now(),
        assignments: { create: { unitId: unit.id, role: 'lead', dueOn: parent.deadline, capReason } },
        milestones: { create: parent.milestones },
        sources: { create: parent.sources.map((s) => ({ sentenceId: s.sentenceId, commitmentId: s.commitmentId })) },
      },
    });
    await tx.task.update({ where: { id: child.id }, data: { searchText: await searchTextOf(tx, child.id) } });
    await recordEvent(tx, context, actor, { event: 'task.issued', subject: `task:${child.id}`, data: { number: child.number, title: child.title, parent: parentId, ...(capReason === null ? {} : { capReason }) } });
    await settleTask(tx, context, child.id, 'task.issued');
  }
  if (units.length > 0) await recordEvent(tx, context, actor, { event: 'task.fanned_out', subject: `task:${parentId}`, data: { districts: units.map((u) => u.shortName), count: units.length } });
}
