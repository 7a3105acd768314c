import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { NotFound } from '../kernel/errors.ts';
import { isServing } from '../tasks/assignment.ts';
import { periodBounds, periodsOf, type Period } from '../tasks/period.ts';
import type { Cycle } from '../tasks/task.ts';
import type { FilingStage } from './filing.ts';
import type { FilingAct } from './filing-lifecycle.ts';
import { branchesVisibleTo, gateFiling, type FilingFacts } from './filing-policy.ts';

/** Where a filing stands, whether or not anybody has written it: a branch of a task and a period. */
export interface Address {
  taskId: number;
  period: Period;
  /** null: the branch of the person's own unit. */
  branchId: number | null;
}

const BRANCH = {
  unit: { select: { id: true, shortName: true, kind: true } },
  task: {
    select: {
      id: true, number: true, title: true, status: true, cycle: true, startOn: true, deadline: true, issuedAt: true, closedOn: true, pauses: true, requirement: true, standard: true, parentId: true, course: true,
      plan: { select: { endsOn: true } },
      assignments: { where: { role: 'lead' }, select: { unitId: true } },
      parent: { select: { assignments: { where: { role: 'lead' }, select: { unitId: true } } } },
    },
  },
  filings: { include: { coordinations: { select: { id: true, matter: true, status: true, dueOn: true }, orderBy: { id: 'asc' } }, evidence: { where: { removedAt: null }, orderBy: { id: 'asc' } }, versions: { orderBy: { round: 'asc' } } }, orderBy: { period: 'asc' } },
} as const;

export type Branch = NonNullable<Awaited<ReturnType<typeof findBranch>>>;
export type FilingRow = Branch['filings'][number];
export type EvidenceRow = FilingRow['evidence'][number];
export type VersionRow = FilingRow['versions'][number];

const findBranch = (db: Tx, actor: Actor, { taskId, branchId }: Address) => db.assignment.findFirst({
  where: { taskId, ...(branchId === null ? { unitId: actor.unitId } : { id: branchId }), AND: [branchesVisibleTo(actor)] },
  include: BRANCH,
});

/** A filing with its branch, its neighbours in time and what the policy asks for. */
export interface FilingPlace {
  period: Period;
  branch: Branch;
  filing: FilingRow | null;
  facts: FilingFacts;
}

/** @throws NotFound where there is no such branch or period, or not for this person to know of */
export async function findPlace(db: Tx, actor: Actor, address: Address): Promise<FilingPlace> {
  const branch = await findBranch(db, actor, address);
  if (branch === null) throw new NotFound(`branch of task ${address.taskId}`);
  const { period } = address;
  const { task } = branch;
  if (!periodsOf(task.cycle as Cycle, task, task.deadline).includes(period)) throw new NotFound(`period ${period}`);
  const filing = branch.filings.find((f) => f.period === period) ?? null;
  return { period, branch, filing, facts: factsOfPlace(branch, period, filing) };
}

function factsOfPlace(branch: Branch, period: Period, filing: FilingRow | null): FilingFacts {
  const { task } = branch;
  return {
    stage: (filing?.status ?? 'blank') as FilingStage,
    writerIds: filing === null ? [] : writersOf(filing),
    unitId: branch.unitId,
    signedAt: isServing(branch) ? branch.signedAt : null, // who was taken off reports no more
    periodFrom: periodBounds(task.cycle as Cycle, period, task).from,
    taskStatus: task.status,
    leadUnitIds: [...task.assignments, ...(task.parent?.assignments ?? [])].map((a) => a.unitId),
    taskLeadUnitId: task.assignments[0]?.unitId ?? null,
    role: branch.role,
    leadReturnedRound: filing?.leadReturnedRound ?? null,
  };
}

/** Everybody who wrote or signed it. */
export const writersOf = (filing: Pick<FilingRow, 'writerIds' | 'draftedById' | 'signedOffById'>): number[] =>
  [...new Set([...(JSON.parse(filing.writerIds) as number[]), filing.draftedById, ...(filing.signedOffById === null ? [] : [filing.signedOffById])])];

/** The first line of every verb on a filing. @throws NotFound, Forbidden, Conflict */
export async function gatePlace(context: Context, tx: Tx, actor: Actor, address: Address, act: FilingAct | ((stage: FilingStage) => FilingAct)): Promise<FilingPlace> {
  const place = await findPlace(tx, actor, address);
  gateFiling(actor, typeof act === 'string' ? act : act(place.facts.stage), place.facts, today(context.clock));
  return place;
}
