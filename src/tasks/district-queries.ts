import type { Actor } from '../kernel/actor.ts';
import { today, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { lightOn } from '../lights/turning-days.ts';
import { anonymousMedian, rollUp, type RollUp, type RollUpChild, type RollUpKind } from './roll-up.ts';
import { seesEveryDistrict, visibleTo } from './task-policy.ts';

/** What a parent's sum is made from: of each child its end, its light and the lead's last report. */
const CHILD = {
  id: true, status: true, startOn: true, yellowFrom: true, redFrom: true, valueTarget: true, rollupWeight: true,
  assignments: { where: { role: 'lead' }, select: { filings: { where: { status: { in: ['submitted', 'accepted'] as string[] } }, select: { value: true, progress: true }, orderBy: { period: 'desc' } } } },
} as const;

const PARENT = { id: true, rollup: true, valueUnit: true, valueTarget: true, rollupNeeded: true } as const;

/** A district that was merged or withdrawn is no part of the sum any more. */
const COUNTED = { number: { not: null }, status: { notIn: ['merged', 'withdrawn'] as string[] } };

interface ChildRow {
  id: number; status: string; startOn: Day; yellowFrom: Day | null; redFrom: Day | null; valueTarget: number | null; rollupWeight: number | null;
  assignments: { filings: { value: number | null; progress: number }[] }[];
}

/** As the sum sees a child: the last value that was reported, and the last progress; null where nothing was. */
function childOf(row: ChildRow, day: Day): RollUpChild {
  const filings = row.assignments.flatMap((a) => a.filings);
  return {
    done: row.status === 'closed' || row.status === 'archived', light: lightOn(row, day), target: row.valueTarget, weight: row.rollupWeight,
    value: filings.find((f) => f.value !== null)?.value ?? null, progress: filings[0]?.progress ?? null,
  };
}

export interface SummedTask {
  rollUp: RollUp;
  unit: string;
  children: RollUpChild[];
  /** The same by their tasks. */
  byTask: ReadonlyMap<number, RollUpChild>;
}

/** The roll-up of a task; null where it has no districts, and for those who do not see every district: a sum less one's own tells of the others (R29). */
export async function rollUpOf(context: Context, actor: Actor, taskId: number): Promise<SummedTask | null> {
  const task = await context.db.task.findFirst({ where: { id: taskId, AND: [visibleTo(actor)] }, select: { ...PARENT, assignments: { select: { unitId: true, role: true } }, children: { where: COUNTED, select: CHILD } } });
  if (task === null || task.rollup === null || task.children.length === 0 || !seesEveryDistrict(actor, task)) return null;
  const day = today(context.clock);
  const byTask = new Map(task.children.map((row) => [row.id, childOf(row, day)]));
  const children = [...byTask.values()];
  return { children, byTask, unit: task.valueUnit ?? '', rollUp: rollUp({ kind: task.rollup as RollUpKind, target: task.valueTarget, needed: task.rollupNeeded }, children) };
}

export interface DistrictView {
  parent: { title: string; number: string; quote: string; requirement: string; standard: string; rollup: string };
  unit: string;
  districts: number;
  progress: ReturnType<typeof anonymousMedian>;
  value: ReturnType<typeof anonymousMedian>;
}

/** What a district knows of the whole: the parent's words and the group's middle values, nobody's own (R29). Null where there is no parent. */
export async function districtViewOf(context: Context, actor: Actor, taskId: number): Promise<DistrictView | null> {
  const child = await context.db.task.findFirst({ where: { id: taskId, AND: [visibleTo(actor)] }, select: { parent: { select: {
    title: true, number: true, quote: true, requirement: true, standard: true, rollup: true, valueUnit: true, children: { where: COUNTED, select: CHILD },
  } } } });
  if (child?.parent == null) return null;
  const { parent } = child;
  const day = today(context.clock);
  const children = parent.children.map((row) => childOf(row, day));
  return {
    parent: { title: parent.title, number: parent.number ?? '', quote: parent.quote, requirement: parent.requirement, standard: parent.standard, rollup: parent.rollup ?? 'all' },
    unit: parent.valueUnit ?? '', districts: children.length, progress: anonymousMedian(children.map((c) => c.progress)), value: anonymousMedian(children.map((c) => c.value)),
  };
}
