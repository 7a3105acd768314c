import type { Viewer } from '../kernel/viewer.ts';
import { periodWords } from '../audit/period-words.ts';
import type { Page } from '../web/answer.ts';
import { actionView, emptyView, pageHead, type Action } from '../web/view-parts.ts';
import type { BranchFilings, FilingEntry, FilingsOfTask } from './filing-queries.ts';
import { filingHref, stateTag, statusTag } from './filing-words.ts';

export interface TaskHead { id: number; number: string | null; title: string; status: string }

/** Every period of a task with what each branch has reported, the newest first. */
export function overviewPage(viewer: Viewer, task: TaskHead, { branches, filings }: FilingsOfTask): Page {
  const { t } = viewer;
  const periods = [...new Set(branches.flatMap((b) => b.periods.map((p) => p.period)))].sort().reverse();
  return {
    view: 'filings/overview',
    data: {
      title: t('filings.overview.title'),
      head: pageHead(t('filings.overview.title'), {
        kicker: { label: `${task.number ?? ''} ${task.title}`, href: `/tasks/${task.id}` }, summary: t('filings.overview.summary', { count: periods.length }), actions: nextActions(viewer, task, branches),
      }),
      columns: branches.map((b) => ({ unit: b.unit, role: t(`filings.role.${b.role}`) })),
      rows: periods.map((period) => ({ period: periodWords(t, period), cells: branches.map((b) => cell(viewer, task.id, b, filings, period)) })),
      empty: emptyView('file', t('filings.overview.empty'), t('filings.overview.empty_hint')),
    },
  };
}

function cell({ t, actor }: Viewer, taskId: number, branch: BranchFilings, filings: FilingEntry[], period: string) {
  const state = branch.periods.find((p) => p.period === period);
  const filing = filings.find((f) => f.branchId === branch.branchId && f.period === period);
  if (state === undefined) return { unit: branch.unit, href: null, tag: null, status: null, percent: null, due: null };
  const own = branch.unitId === actor.unitId;
  return {
    unit: branch.unit,
    href: own || filing !== undefined ? filingHref(taskId, period, branch.branchId) : null,
    tag: stateTag(t, state),
    status: filing === undefined ? null : statusTag(t, filing.status),
    percent: filing === undefined ? null : t('filings.page.percent', { percent: filing.text.progress }),
    due: t('filings.overview.due', { day: state.dueOn }),
  };
}

/** The one next act: the oldest report that the person's own unit owes, else the present period. */
function nextActions({ t, actor }: Viewer, task: TaskHead, branches: BranchFilings[]): Action[] {
  const own = branches.find((b) => b.unitId === actor.unitId && (actor.role === 'head' || actor.role === 'clerk'));
  if (own === undefined || task.status !== 'underway') return [];
  const next = own.owed[0] ?? own.periods.find((p) => p.state === 'owed');
  if (next === undefined) return [];
  return [actionView(t('filings.overview.write', { period: periodWords(t, next.period) }), filingHref(task.id, next.period), { look: 'primary', icon: 'edit' })];
}
