import { dayOf } from '../../src/kernel/clock.ts';
import { daysBetween } from '../../src/kernel/days.ts';
import { verifyChain } from '../../src/audit/verify-chain.ts';
import { readContent, sealContent } from '../../src/filings/filing-digest.ts';
import { bookDays, daysHeld, elapsedOf } from '../../src/tasks/holder-days.ts';
import { verdictOf } from '../../src/tasks/task-verdict.ts';
import { lightOn } from '../../src/lights/turning-days.ts';
import type { World } from './world.ts';

/** What must hold whatever people did; each tells where it does not. */
type Invariant = (world: World) => Promise<string[]>;

const tasks = ({ context }: World) => context.db.task.findMany({ include: { assignments: true, holderSpans: { orderBy: { id: 'asc' } }, extensions: true, plan: true, children: true }, orderBy: { id: 'asc' } });

async function eachTask(world: World, wrong: (task: Awaited<ReturnType<typeof tasks>>[number]) => boolean): Promise<string[]> {
  return (await tasks(world)).filter(wrong).map((task) => `task ${String(task.id)} (${task.status})`);
}

const LIVE = ['issued', 'underway', 'submitted'];

export const INVARIANTS: Readonly<Record<string, Invariant>> = {
  'a task that was handed over has exactly one lead': (world) => eachTask(world, (t) => t.number !== null && t.assignments.filter((a) => a.role === 'lead').length !== 1),
  'numbers are given once and without gaps (R1)': async (world) => {
    const numbers = (await tasks(world)).filter((t) => t.parentId === null).flatMap((t) => /〔(\d{4})〕(\d+)号/.exec(t.number ?? '')?.slice(1, 3).join('/') ?? []);
    const years = [...new Set(numbers.map((n) => n.slice(0, 4)))];
    return years.flatMap((year) => numbers.filter((n) => n.startsWith(year)).map((n) => Number(n.slice(5))).sort((a, b) => a - b).flatMap((n, i) => (n === i + 1 ? [] : [`${year}: ${String(n)} stands at ${String(i + 1)}`])));
  },
  'nobody closed what they handed in themselves': (world) => eachTask(world, (t) => t.closedById !== null && t.closedById === t.submittedById),
  'closed means that the unit had handed in': (world) => eachTask(world, (t) => (t.status === 'closed' || t.status === 'archived') && (t.submittedAt === null || t.closedOn !== dayOf(t.submittedAt))),
  'the original deadline stays, and no deadline lies beyond the plan (R12, R14)': (world) => eachTask(world, (t) => t.deadline > t.plan.endsOn || t.originalDeadline > t.plan.endsOn),
  'at most two extensions are granted, none by whoever asked (R14)': (world) => eachTask(world, (t) => t.extensions.filter((e) => e.status === 'granted').length > 2 || t.extensions.some((e) => e.status === 'granted' && e.decidedById === e.askedById)),
  'every day of a task is booked to one holder, and together they are the days that passed': (world) => eachTask(world, (t) => {
    const elapsed = elapsedOf(t, t.holderSpans, world.day());
    if (elapsed === null) return false;
    const booked = bookDays(t.holderSpans, elapsed.from, elapsed.to).reduce((sum, part) => sum + daysHeld(part), 0);
    return booked !== daysBetween(elapsed.from, elapsed.to);
  }),
  'spans of the ball join without gap or overlap': (world) => eachTask(world, (t) => t.holderSpans.some((span, i) => i > 0 && (t.holderSpans[i - 1]?.until === null || (t.holderSpans[i - 1]?.until?.getTime() ?? 0) > span.since.getTime()))),
  'the light by the stored turning days is the light by the rules': async (world) => {
    const wrong: string[] = [];
    for (const task of (await tasks(world)).filter((t) => LIVE.includes(t.status)).slice(-8)) {
      const verdict = await verdictOf(world.context.db, world.context, task.id);
      const stored = lightOn(task, world.day());
      if (verdict !== null && verdict.light !== stored) wrong.push(`task ${String(task.id)}: ${stored} stored, ${verdict.light} by ${verdict.rule}`);
    }
    return wrong;
  },
  'what was accepted is word for word what was read, and nobody accepted their own': async ({ context }) => {
    const rows = await context.db.filingVersion.findMany({ where: { verdict: { not: null } } });
    return rows.filter((v) => sealContent(readContent(v.content), readContent(v.content).files).digest !== v.digest || v.reviewedById === v.draftedById || v.reviewedById === v.signedOffById).map((v) => `version ${String(v.id)}`);
  },
  'one ending at most waits for a second person, and none was confirmed by who proposed it': async ({ context }) => {
    const rows = await context.db.taskEnding.findMany();
    const twice = rows.filter((r) => r.status === 'pending').map((r) => r.taskId).filter((id, i, all) => all.indexOf(id) !== i);
    return [...twice.map((id) => `task ${String(id)} has two`), ...rows.filter((r) => r.status === 'confirmed' && r.decidedById === r.proposedById).map((r) => `ending ${String(r.id)}`)];
  },
  'nothing is open on what is archived': async ({ context }) => {
    const [archived, ended] = [{ task: { status: 'archived' } }, (statuses: string[]) => ({ status: { notIn: statuses } })];
    const counts = await Promise.all([
      context.db.slip.count({ where: { ...archived, repliedAt: null } }), context.db.coordination.count({ where: { ...archived, ...ended(['settled', 'dropped']) } }),
      context.db.problem.count({ where: { ...archived, ...ended(['struck_off', 'dropped']) } }), context.db.instruction.count({ where: { ...archived, ...ended(['closed']) } }),
      context.db.findingObjection.count({ where: { verification: archived, status: 'open' } }), context.db.extension.count({ where: { ...archived, status: { in: ['pending', 'endorsed'] } } }),
      context.db.assignment.count({ where: { ...archived, objection: 'open' } }),
    ]);
    return counts.flatMap((count, i) => (count === 0 ? [] : [`kind ${String(i)}: ${String(count)}`]));
  },
  'the log is whole': async ({ context }) => {
    const { fault } = await verifyChain(context);
    return fault === null ? [] : [`${fault.kind} at ${String(fault.seq)}`];
  },
};
