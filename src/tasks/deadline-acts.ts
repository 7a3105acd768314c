import type { Viewer } from '../kernel/viewer.ts';
import type { Confirm } from '../web/view-parts.ts';
import { actFormView } from './act-form.ts';
import type { Wish } from './act-wish.ts';
import { whyNotExplanation } from './explanation-policy.ts';
import { EXTENSION_LIMITS, type ExtensionAct } from './extension-lifecycle.ts';
import { applicationOf, extentOf, needsLeader, whyNotExtension } from './extension-policy.ts';
import { DEADLINE_ACTS, type DeadlineAct, type RejectedAct } from './rejected-act.ts';
import type { TaskDetail } from './task-queries.ts';

// Asking for a later deadline and explaining why one has passed, as forms of the task's page.

const DECISION: Wish[] = [{ name: 'decision', kind: 'choice', required: true, choices: ['granted', 'refused'] }, { name: 'reason', kind: 'area', required: false }];

/** The application's fields, with what the clerk has prepared. */
function applicationFields(task: TaskDetail): Wish[] {
  const prepared = applicationOf(task);
  return [
    { name: 'toDeadline', kind: 'date', required: true, value: prepared?.toDeadline ?? '' }, { name: 'reason', kind: 'area', required: true, value: prepared?.reason ?? '' },
    { name: 'progressNote', kind: 'area', required: true, value: prepared?.progressNote ?? '' },
  ];
}

/** What a decision will do: beyond the limits the supervisor's yes goes on to a leader. */
function consequenceOf({ t }: Viewer, task: TaskDetail, act: string): string {
  const application = applicationOf(task);
  if (application === null || !needsLeader(task)) return t(`tasks.act.${act}.consequence`);
  const { days, nth } = extentOf(task, application.toDeadline);
  return t('tasks.act.decide_extension.beyond', { days, nth, limit: EXTENSION_LIMITS.daysAlone });
}

interface Part { act: DeadlineAct; path: string; fields: Wish[]; danger?: boolean; consequence?: string }

function formOf(viewer: Viewer, task: TaskDetail, act: DeadlineAct): Part {
  switch (act) {
    case 'prepare_extension': return { act, path: 'extension/preparation', fields: applicationFields(task) };
    case 'ask_extension': return { act, path: 'extension', fields: applicationFields(task) };
    case 'decide_extension': return { act, path: 'extension/decision', fields: DECISION, consequence: consequenceOf(viewer, task, act) };
    case 'approve_extension': return { act, path: 'extension/approval', fields: DECISION };
    case 'take_back_extension': return { act, path: 'extension/taking-back', fields: [{ name: 'reason', kind: 'area', required: false }], danger: true };
    case 'explain_overdue': return { act, path: 'explanation', fields: [{ name: 'reason', kind: 'area', required: true }, { name: 'measures', kind: 'area', required: true }, { name: 'madeGoodBy', kind: 'date', required: true }] };
    case 'answer_explanation': return { act, path: 'explanation/answer', fields: [{ name: 'rectifyBy', kind: 'date', required: true, value: task.explanations.at(-1)?.madeGoodBy ?? '' }, { name: 'answer', kind: 'area', required: true }] };
  }
}

/** A form may stand for several acts of the table: a decision is a yes or a no. */
const EXTENDING: Partial<Record<DeadlineAct, ExtensionAct[]>> = {
  prepare_extension: ['prepare'], ask_extension: ['ask'], decide_extension: ['grant', 'endorse', 'refuse'], approve_extension: ['approve', 'overrule'], take_back_extension: ['take_back'],
};

function isOpen({ actor, today }: Viewer, task: TaskDetail, act: DeadlineAct): boolean {
  if (act === 'explain_overdue') return whyNotExplanation(actor, 'explain', task, today) === null;
  if (act === 'answer_explanation') return whyNotExplanation(actor, 'answer', task, today) === null;
  return EXTENDING[act]?.some((step) => whyNotExtension(actor, step, task, today) === null) ?? false;
}

/** The acts about the deadline that this person may do now. */
export const deadlineForms = (viewer: Viewer, task: TaskDetail, rejected: RejectedAct | null): Confirm[] =>
  DEADLINE_ACTS.filter((act) => isOpen(viewer, task, act)).map((act) => {
    const { path, fields, danger, consequence } = formOf(viewer, task, act);
    const form = actFormView(viewer, { name: act, href: `/tasks/${task.id}/${path}`, words: `tasks.act.${act}`, wishes: fields, version: task.version, danger: danger ?? false }, rejected?.act === act ? rejected : null);
    return consequence === undefined ? form : { ...form, consequence };
  });
