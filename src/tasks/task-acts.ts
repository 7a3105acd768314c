import type { Role } from '../kernel/actor.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { actionView, type Action, type Confirm } from '../web/view-parts.ts';
import { actFormView } from './act-form.ts';
import type { Wish } from './act-wish.ts';
import { isObjected } from './assignment.ts';
import { ENDING_FORMS, ENDING_PATHS, GRAVE_ACTS } from './ending-acts.ts';
import type { RejectedAct } from './rejected-act.ts';
import { isLive } from './task.ts';
import { ENDING_KINDS } from './task-ending.ts';
import { TASK_ACTS, TASK_LIFE, type TaskAct } from './task-lifecycle.ts';
import { relationsOf, whyNot } from './task-policy.ts';
import type { TaskDetail } from './task-queries.ts';

/** Where each act is sent to, below /tasks/:id. */
export const ACT_PATHS: Partial<Record<TaskAct, string>> = {
  issue: 'hand-over', discard: 'discard', sign: 'signature', submit: 'submission', return: 'return', close: 'closing',
  ...ENDING_PATHS,
};

const FORMS: Partial<Record<TaskAct, Wish[]>> = {
  submit: [{ name: 'completion', kind: 'area', required: true }],
  return: [{ name: 'reason', kind: 'area', required: true }],
  close: [{ name: 'standardMet', kind: 'checkbox', required: true }, { name: 'note', kind: 'area', required: false }],
  ...ENDING_FORMS,
};

const CAP_WISH: Wish[] = [{ name: 'capReason', kind: 'area', required: true }];
/** The one click of the hand-over was refused for want of a reason: the form that asks for it. */
const asksWhy = (act: TaskAct, rejected: RejectedAct | null): boolean => act === 'issue' && rejected?.act === 'issue' && rejected.complaints.some((c) => c.field === 'capReason');

/** The acts this person may do now, as forms; a single-button act is a form without fields. */
export function actForms(viewer: Viewer, task: TaskDetail, rejected: RejectedAct | null): Confirm[] {
  return TASK_ACTS.filter((act) => (FORMS[act] !== undefined || asksWhy(act, rejected)) && whyNot(viewer.actor, act, task, viewer.today) === null).map((act) => actForm(viewer, task, act, rejected));
}

/** What is asked for; of the ways to end a task only those that lead on from where it is. */
function wishesOf(act: TaskAct, status: string): readonly Wish[] {
  const wishes = FORMS[act] ?? CAP_WISH;
  if (act !== 'propose_ending') return wishes;
  const open: readonly string[] = ENDING_KINDS.filter((kind) => TASK_LIFE[kind].from.some((from) => from === status));
  return wishes.map((wish) => (wish.name === 'kind' ? { ...wish, choices: open } : wish));
}

const actForm = (viewer: Viewer, task: TaskDetail, act: TaskAct, rejected: RejectedAct | null): Confirm => actFormView(viewer, {
  name: act, href: `/tasks/${task.id}/${ACT_PATHS[act] ?? ''}`, words: `tasks.act.${act}`, wishes: wishesOf(act, task.status), version: task.version, danger: GRAVE_ACTS.has(act),
}, rejected?.act === act ? rejected : null);

/** The one-click acts of the page head. An act of this person's that cannot be done now is shown with its reason. */
export function headActions(viewer: Viewer, task: TaskDetail): Action[] {
  const { t, actor, today } = viewer;
  const relations = relationsOf(actor, task);
  const mine = (act: TaskAct): boolean => TASK_LIFE[act].by.some((r) => relations.includes(r)) && TASK_LIFE[act].from.some((s) => s === task.status);
  const version = [{ name: 'version', value: String(task.version) }];
  const actions: Action[] = [];
  if (mine('issue')) actions.push(actionView(t('tasks.act.issue'), `/tasks/${task.id}/hand-over`, { look: 'primary', post: true, icon: 'send', hidden: version, whyNot: reason('issue') }));
  if (mine('edit')) actions.push(actionView(t('tasks.act.edit'), `/tasks/${task.id}/edit`, { icon: 'edit' }));
  if (mine('discard')) actions.push(actionView(t('tasks.act.discard'), `/tasks/${task.id}/discard`, { post: true, look: 'outline-danger', hidden: version }));
  if (mine('sign') && whyNot(actor, 'sign', task, today) === null) actions.push(actionView(t('tasks.act.sign'), `/tasks/${task.id}/signature`, { look: 'primary', post: true, icon: 'sign' }));
  if (mine('sign') && whyNot(actor, 'sign', task, today) === null) actions.push(actionView(t('tasks.act.object'), `/tasks/${task.id}/branches`, { icon: 'quote' }));
  if (mine('report')) actions.push(actionView(t('tasks.act.report'), `/tasks/${task.id}/filings`, { look: actions.some((a) => a.look === 'primary') ? 'outline-primary' : 'primary', icon: 'edit' }));
  if (task.number !== null) actions.push(actionView(t('tasks.act.order'), `/tasks/${task.id}/order`, { icon: 'print' }));
  return [...actions, ...supervising(viewer, task)];

  function reason(act: TaskAct): string | null {
    const key = whyNot(actor, act, task, today);
    return key === null ? null : t(key);
  }
}

/** Where supervisors, inspectors and leaders go on from a task that is being carried out. */
function supervising({ t, actor }: Viewer, task: TaskDetail): Action[] {
  if (!isLive(task.status)) return [];
  const links: [string, string, readonly Role[]][] = [
    ['tasks.act.press', 'urges/new', ['supervisor', 'inspector']], ['tasks.act.verify', 'verifications/new', ['supervisor', 'inspector']], ['tasks.act.instruct', 'instructions/new', ['supervisor', 'leader']],
  ];
  return links.filter(([, , roles]) => roles.includes(actor.role)).map(([key, path]) => actionView(t(key), `/tasks/${task.id}/${path}`));
}

/** Who may do the next act where it is not the person looking. */
export function nextWords({ t }: Viewer, task: TaskDetail): string {
  const next: Record<string, string> = { draft: 'issue', issued: 'sign', underway: 'report', submitted: 'close', suspended: 'resume', closed: 'archive' };
  const isProposed = task.endings.some((e) => e.status === 'pending');
  const act = isProposed ? 'confirm_ending' : awaitedDecision(task) ?? next[task.status];
  return act === undefined ? t('tasks.next.none') : t(`tasks.next.${act}`);
}

/** What somebody else has to decide before the lead goes on, in the order in which it takes the turn; null where nothing is. */
function awaitedDecision({ status, assignments, extensions }: TaskDetail): string | null {
  if (status !== 'issued' && status !== 'underway') return null;
  const lead = assignments.find((a) => a.role === 'lead');
  if (lead !== undefined && isObjected(lead)) return 'rule';
  if (lead?.filings.some((f) => f.status === 'submitted') === true) return 'review';
  if (extensions.some((e) => e.status === 'pending')) return 'decide_extension';
  return extensions.some((e) => e.status === 'endorsed') ? 'approve_extension' : null;
}
