import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { Conflict } from '../kernel/errors.ts';
import { today } from '../kernel/clock.ts';
import type { LightFacts } from '../lights/light.ts';
import { rulesOn, type RulesFor } from '../lights/light-rules.ts';
import { turningDays } from '../lights/turning-days.ts';
import { awaitedBranch, type OwingBranch } from './awaited-branch.ts';
import { isObjected } from './assignment.ts';
import { branchFacts, reportOf, type Branch } from './branch-facts.ts';
import { OPEN_EXTENSIONS } from './extension-lifecycle.ts';
import { factsOfTask, frameOf, LIGHT_PARTS } from './light-facts.ts';
import { passBall, type Ball } from './pass-ball.ts';
import { isLive, type Holder } from './task.ts';

// Every act ends here: what the lists sort and filter by is derived anew from the facts, in the act's own transaction.

const OPEN: string[] = [...OPEN_EXTENSIONS];

const PARTS = {
  ...LIGHT_PARTS,
  extensions: { where: { status: { in: OPEN } }, select: { status: true } },
  milestones: { where: { retiredAt: null }, select: { day: true, title: true, percent: true, binding: true, doneOn: true }, orderBy: { day: 'asc' } },
} as const;

export type SettledTask = Awaited<ReturnType<typeof loadForSettling>>;

/** What a task is settled, and its light evaluated, from. */
export const loadForSettling = (tx: Tx, taskId: number) => tx.task.findUniqueOrThrow({ where: { id: taskId }, include: PARTS });

/**
 * Derives lead, progress, turning days and turn of a task and its branches, and notes the last act.
 * @param act the audit event's name, shown as the last act in lists; null where nobody did anything
 * @throws Conflict where the task is archived
 */
export async function settleTask(tx: Tx, context: Context, taskId: number, act: string | null): Promise<void> {
  const loaded = await loadForSettling(tx, taskId);
  const task = { ...loaded, course: loaded.milestones.length === 0 ? null : JSON.stringify(loaded.milestones) };
  // Every act of every domain comes by here: what is archived can only be read.
  if (task.status === 'archived' && act !== 'task.archived') throw new Conflict('tasks.why_not.archived');
  const now = context.clock.now();
  const rulesFor = rulesOn(context.parameters, today(context.clock));
  const { facts, owing } = await settleBranches(tx, context, task, rulesFor);
  const lead = task.assignments.find((a) => a.role === 'lead');
  const leadFacts = lead === undefined ? null : facts.get(lead.id) ?? null;
  const whole = leadFacts === null ? null : factsOfTask(task, facts, leadFacts, rulesFor);
  const turn = turnOf(task);
  const turnChanged = task.turn !== turn.holder || task.turnUnitId !== turn.unitId || task.turnSince === null;
  await tx.task.updateMany({
    where: { id: taskId },
    data: {
      leadUnitId: lead?.unitId ?? null,
      progress: task.status === 'closed' || task.status === 'archived' ? 100 : (leadFacts?.progress ?? 0),
      ...(whole === null ? { yellowFrom: null, redFrom: null } : turningDays(whole, rulesFor(whole))),
      course: task.course,
      extensionPending: isLive(task.status) && task.extensions.length > 0,
      turn: turn.holder, turnUnitId: turn.unitId,
      ...(turnChanged ? { turnSince: now } : {}),
      ...(act === null ? {} : { lastAct: act, lastActAt: now }),
    },
  });
  await passBall(tx, taskId, await ballOf(tx, task, turn, owing), now);
}

async function settleBranches(tx: Tx, context: Context, task: SettledTask, rulesFor: RulesFor): Promise<{ facts: Map<number, LightFacts>; owing: OwingBranch[] }> {
  const all = new Map<number, LightFacts>();
  const owing: OwingBranch[] = [];
  for (const assignment of task.assignments) {
    const branch = assignment as unknown as Branch;
    const report = reportOf(frameOf(task), branch, context.calendar);
    const facts = branchFacts(frameOf(task), branch, report);
    all.set(assignment.id, facts);
    owing.push({ role: assignment.role, unitId: assignment.unitId, dueOn: facts.live ? (report.next?.dueOn ?? null) : null, disputed: isObjected(assignment) });
    const derived = {
      filedThrough: report.filedThrough, progress: report.progress,
      nextDueOn: facts.live ? (report.next?.dueOn ?? null) : null, secondDueOn: report.gaps[0]?.last ?? null,
      ...turningDays(facts, rulesFor(facts)),
    };
    const changed = Object.entries(derived).some(([name, value]) => assignment[name as keyof typeof derived] !== value);
    if (changed) await tx.assignment.updateMany({ where: { id: assignment.id }, data: derived });
  }
  return { facts: all, owing };
}

interface Turn { holder: Holder; unitId: number | null }

/** Whose turn it is: the reviewer's while something of the lead, its objection too, waits for him, else the unit's. */
export function turnOf(task: Pick<SettledTask, 'status' | 'assignments' | 'extensions'>): Turn {
  if (task.status === 'draft' || task.status === 'submitted') return { holder: 'supervisor', unitId: null };
  if (!isLive(task.status)) return { holder: 'none', unitId: null };
  const lead = task.assignments.find((a) => a.role === 'lead');
  const objects = lead !== undefined && isObjected(lead);
  const inReview = lead?.filings.some((f) => f.status === 'submitted') ?? false;
  if (objects || inReview || task.extensions.some((e) => e.status === 'pending')) return { holder: 'supervisor', unitId: null };
  if (task.extensions.length > 0) return { holder: 'leader', unitId: null };
  return { holder: lead?.unit.kind === 'district' ? 'district' : 'lead', unitId: lead?.unitId ?? null };
}

/** Who the days are booked to (docs/holder-days.md): what the lead asked of an office outside the city's own is outside's while it waits there. */
async function ballOf(tx: Tx, task: SettledTask, turn: Turn, owing: OwingBranch[]): Promise<Ball> {
  const withLead = turn.holder === 'lead' || turn.holder === 'district';
  const outside = withLead ? await tx.coordination.count({ where: { taskId: task.id, status: 'assigned', owner: 'outside', unitId: turn.unitId ?? 0 } }) : 0;
  if (outside > 0) return { holder: 'outside', unitId: null, accountId: null, awaited: null };
  return { ...turn, accountId: turn.holder === 'supervisor' ? task.supervisorId : null, awaited: withLead ? awaitedBranch(owing) : null };
}
