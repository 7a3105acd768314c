import { dayOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { pageHead, tagView, termView, timelineItem, type Tag, type Term, type TimelineItem, type Tone } from '../web/view-parts.ts';
import { arbitrationEnds, branchStage, handedAt, objectionEnds, type BranchStage } from './assignment.ts';
import { addForm, branchForms, type Choosing, type RejectedBranch } from './branch-act-forms.ts';
import type { ShownBranch, TaskBranches } from './branch-queries.ts';

const TONES: Record<BranchStage, Tone> = { unsigned: 'warn', objected: 'bad', signed: 'ok', former: 'neutral' };

/** The branches of a task, each with what can be done about it. */
export function branchesPage(viewer: Viewer, task: TaskBranches, choosing: Choosing, rejected: RejectedBranch | null): Page {
  const { t } = viewer;
  const title = t('tasks.branches.title');
  return {
    view: 'tasks/branches',
    data: {
      title,
      head: pageHead(title, { kicker: { label: `${task.number ?? ''} ${task.title}`, href: `/tasks/${task.id}` }, summary: t('tasks.branches.summary', { deadline: task.deadline }) }),
      add: addForm(viewer, task, choosing, rejected),
      branches: task.branches.map((branch) => ({
        id: branch.id, unit: branch.unit.shortName, unitHref: `/units/${branch.unitId}`, tags: tagsOf(viewer, branch), facts: { items: termsOf(viewer, task, branch) },
        history: { items: historyOf(viewer, task, branch) }, acts: branchForms(viewer, task, branch, choosing, rejected),
      })),
    },
  };
}

function tagsOf({ t }: Viewer, branch: ShownBranch): Tag[] {
  const stage = branchStage(branch);
  return [tagView(t(`tasks.role.${branch.role}`), 'info'), ...(stage === 'former' ? [] : [tagView(t(`tasks.branch_stage.${stage}`), TONES[stage])])];
}

function termsOf(viewer: Viewer, task: TaskBranches, branch: ShownBranch): Term[] {
  const { t, calendar, today } = viewer;
  const stage = branchStage(branch);
  const handed = handedAt(branch, branch.task);
  const handler = branch.handlings.find((h) => h.endedAt === null);
  const wish = branch.dueWishes.find((w) => w.status === 'pending');
  const ends = branch.objectedAt === null ? null : arbitrationEnds(branch.objectedAt, calendar);
  return [
    ...(stage === 'unsigned' && handed !== null && branch.objection === null ? [termView(t('tasks.branches.object_until'), objectionEnds(handed, calendar))] : []),
    ...(stage === 'objected' && ends !== null ? [termView(t('tasks.branches.rule_until'), ends, { note: ends < today ? t('tasks.branches.ruling_late') : t('tasks.branches.clock_stands') })] : []),
    termView(t('tasks.branch.signed'), branch.signedAt === null ? t('tasks.branch.unsigned') : dayOf(branch.signedAt)),
    termView(t('tasks.branch.due'), branch.dueOn, { note: wish === undefined ? null : t('tasks.branches.wish', { day: wish.toDueOn, reason: wish.reason }) }),
    termView(t('tasks.branches.handler'), handler === undefined ? t('tasks.branches.no_handler') : handlerWords(task, handler), { note: handler === undefined || handler.note === '' ? null : handler.note }),
  ];
}

/** Office and person, as they are named. */
export const handlerWords = ({ names }: Pick<TaskBranches, 'names'>, { office, accountId }: { office: string; accountId: number | null }): string =>
  [office, accountId === null ? '' : (names.get(accountId) ?? '')].filter((part) => part !== '').join(' ');

/** Objection, wishes and who worked on it, the latest first. */
function historyOf({ t }: Viewer, task: TaskBranches, branch: ShownBranch): TimelineItem[] {
  const who = (id: number | null): string => (id === null ? '' : (task.names.get(id) ?? ''));
  const items = [
    ...(branch.objectedAt === null ? [] : [timelineItem(dayOf(branch.objectedAt), t('tasks.branches.objected'), { who: who(branch.objectedById), text: branch.objectionReason, icon: 'quote', tone: 'warn' })]),
    ...(branch.arbitratedAt === null ? [] : [timelineItem(dayOf(branch.arbitratedAt), t(`tasks.objection.${branch.objection ?? ''}`), { who: who(branch.arbitratedById), text: branch.arbitration, icon: 'sign', tone: 'info' })]),
    ...branch.dueWishes.map((w) => timelineItem(dayOf(w.decidedAt ?? w.askedAt), t('tasks.branches.wish_line', { from: w.fromDueOn, to: w.toDueOn, status: t(`tasks.wish.${w.status}`) }), { who: who(w.decidedById ?? w.askedById), text: w.decisionReason ?? w.reason, icon: 'calendar' })),
    ...branch.handlings.map((h) => timelineItem(dayOf(h.givenAt), t('tasks.branches.handled', { handler: handlerWords(task, h) }), { who: who(h.givenById), text: h.endedAt === null ? null : t('tasks.branches.handled_until', { day: dayOf(h.endedAt) }), icon: 'user' })),
  ];
  return items.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}
