import { dayOf } from '../kernel/clock.ts';
import { NotFound } from '../kernel/errors.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { confirmView, pageHead, termView, type Confirm } from '../web/view-parts.ts';
import type { MilestoneAct } from './milestone-lifecycle.ts';
import { whyNotMilestone } from './milestone-policy.ts';
import { milestoneRows } from './milestone-rows.ts';
import { bindingTag, milestoneTag, type MilestoneRow } from './milestone-view.ts';
import type { TaskDetail } from './task-queries.ts';

const kicker = (task: TaskDetail) => ({ label: `${task.number ?? ''} ${task.title}`, href: `/tasks/${task.id}` });

/** After the hand-over: the milestones as lines to change, with the reason. */
export function milestonesPage({ t }: Viewer, task: TaskDetail, rejected: Rejected | null): Page {
  const title = t('tasks.act.change_milestones');
  return {
    view: 'tasks/milestones',
    data: {
      title,
      head: pageHead(title, { kicker: kicker(task), summary: t('tasks.milestone.change_summary', { from: task.startOn, to: task.deadline }) }),
      form: formView(t, `/tasks/${task.id}/milestones`, task.version, rejected),
      version: String(task.version),
      milestones: milestoneRows(t, task.milestones.filter((m) => m.retiredAt === null), rejected),
      reason: fieldView(t, { name: 'reason', label: t('tasks.milestone.change_reason'), kind: 'area', rows: 2, required: true }, rejected),
      back: `/tasks/${task.id}`,
    },
  };
}

export type RejectedMilestone = Rejected & { act: MilestoneAct };

/** One milestone: what was said about it, and what this person may do. @throws NotFound */
export function milestonePage(viewer: Viewer, { task, id, names }: { task: TaskDetail; id: number; names: Map<number, string> }, rejected: RejectedMilestone | null): Page {
  const milestone = task.milestones.find((m) => m.id === id);
  if (milestone === undefined) throw new NotFound(`milestone ${id}`);
  return {
    view: 'tasks/milestone',
    data: {
      title: milestone.title,
      head: pageHead(milestone.title, { kicker: kicker(task), tags: [milestoneTag(viewer, milestone), bindingTag(viewer, milestone)].filter((tag) => tag !== null) }),
      sentBack: milestone.sentBackReason,
      facts: { items: termsOf(viewer, milestone, names).filter(({ text }) => text !== null) },
      acts: milestoneForms(viewer, task, milestone, rejected),
    },
  };
}

/** What has not been said yet has no text. */
function termsOf({ t }: Viewer, milestone: MilestoneRow, names: Map<number, string>) {
  const who = (account: number | null, at: Date | null): string | null => (account === null || at === null ? null : `${dayOf(at)} ${names.get(account) ?? ''}`);
  return [
    termView(t('tasks.milestone.due'), milestone.day), termView(t('tasks.milestone.expected'), `${milestone.percent}%`),
    termView(t('tasks.milestone.done_on'), milestone.doneOn), termView(t('tasks.milestone.remark'), milestone.remark === '' ? null : milestone.remark),
    termView(t('tasks.milestone.reported_by'), who(milestone.reportedById, milestone.reportedAt)), termView(t('tasks.milestone.confirmed_by'), who(milestone.confirmedById, milestone.confirmedAt)),
  ];
}

const PATHS: Record<MilestoneAct, string> = { report: 'report', confirm: 'confirmation', send_back: 'return', tick: 'tick' };

function milestoneForms(viewer: Viewer, task: TaskDetail, milestone: MilestoneRow, rejected: RejectedMilestone | null): Confirm[] {
  if (milestone.retiredAt !== null) return [];
  return (Object.keys(PATHS) as MilestoneAct[]).filter((act) => whyNotMilestone(viewer.actor, act, task, milestone) === null)
    .map((act) => milestoneForm(viewer, { address: `/tasks/${task.id}/milestones/${milestone.id}`, version: milestone.version }, act, rejected?.act === act ? rejected : null));
}

function milestoneForm({ t, today }: Viewer, { address, version }: { address: string; version: number }, act: MilestoneAct, rejected: Rejected | null): Confirm {
  const words = (name: string): string => t(`tasks.milestone_act.${act}.${name}`);
  const reached = () => [
    fieldView(t, { name: 'doneOn', label: t('tasks.milestone.done_on'), kind: 'date', required: true, value: today }, rejected),
    fieldView(t, { name: 'remark', label: t('tasks.milestone.remark'), kind: 'area', rows: 3, required: true }, rejected),
  ];
  const reason = () => [fieldView(t, { name: 'reason', label: t('tasks.milestone.send_back_reason'), kind: 'area', rows: 3, required: true }, rejected)];
  const fields = act === 'confirm' ? [] : act === 'send_back' ? reason() : reached();
  return confirmView(words('label'), words('consequence'), words('button'), formView(t, `${address}/${PATHS[act]}`, version, rejected), {
    danger: act === 'send_back', hidden: [{ name: 'version', value: String(version) }], fields,
  });
}
