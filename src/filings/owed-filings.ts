import type { Actor } from '../kernel/actor.ts';
import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addDays } from '../kernel/days.ts';
import { markChecked } from '../kernel/request-scope.ts';
import type { FilingStage } from './filing.ts';
import { STATE_PARTS } from './filing-queries.ts';
import { periodsOfBranch, type PeriodFacts } from './filing-state.ts';
import { filingHref } from './filing-words.ts';

export interface OwedFiling extends PeriodFacts {
  taskId: number;
  number: string;
  title: string;
  role: string;
  stage: FilingStage;
  /** In which office of the unit it lies: a draft with the clerk, what was sent up with the head. */
  holder: 'clerk' | 'head';
  href: string;
}

// No report is open sooner before its due day than this, holidays and a support branch's earlier day included.
const LOOK_AHEAD_DAYS = 30;

/** The reports that the person's own unit owes now, the earliest due first; nothing for those who do not report. */
export async function owedFilings(context: Context, actor: Actor): Promise<OwedFiling[]> {
  markChecked();
  if (actor.role !== 'head' && actor.role !== 'clerk') return [];
  const day = today(context.clock);
  const branches = await context.db.assignment.findMany({
    where: {
      unitId: actor.unitId, role: { not: 'former' }, signedAt: { not: null }, task: { status: 'underway' },
      OR: [{ nextDueOn: { lte: addDays(day, LOOK_AHEAD_DAYS) } }, { filings: { some: { status: { in: ['draft', 'signoff', 'returned'] } } } }],
    },
    select: STATE_PARTS,
  });
  const owed = branches.flatMap((branch) => periodsOfBranch(branch, day, context.calendar).filter((p) => p.owed).map((p): OwedFiling => {
    const stage = (branch.filings.find((f) => f.period === p.period)?.status ?? 'blank') as FilingStage;
    const { id: taskId, number, title } = branch.task;
    return { ...p, taskId, number: number ?? '', title, role: branch.role, stage, holder: stage === 'signoff' ? 'head' : 'clerk', href: filingHref(taskId, p.period) };
  }));
  return owed.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.taskId - b.taskId));
}
