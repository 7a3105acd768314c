import type { Viewer } from '../kernel/viewer.ts';
import { fieldView, formView, type FieldWish, type FormView, type Rejected } from '../web/forms.ts';
import { confirmView, type Confirm } from '../web/view-parts.ts';
import { OTHER_ROLES } from './assignment.ts';
import { factsOfBranch } from './assignment-facts.ts';
import { RULINGS, type BranchAct } from './assignment-lifecycle.ts';
import { whyNotBranch } from './assignment-policy.ts';
import type { ShownBranch, TaskBranches } from './branch-queries.ts';

/** The forms of the page of branches; each sends its act to an address of its own. */
export const BRANCH_FORMS = ['object', 'rule', 'change', 'take_off', 'ask_due', 'decide_due', 'hand_inside'] as const;
export type BranchForm = (typeof BRANCH_FORMS)[number];
export const BRANCH_PATHS: Record<BranchForm, string> = {
  object: 'objection', rule: 'arbitration', change: 'change', take_off: 'removal', ask_due: 'due-date', decide_due: 'due-date/decision', hand_inside: 'handler',
};

/** Which form was refused, so that it alone is shown again with what was typed. */
export interface RejectedBranch extends Rejected { form: BranchForm | 'add'; branchId: number }

export interface Choosing { units: { id: number; shortName: string }[]; members: { id: number; name: string }[] }

type Wish = Omit<FieldWish, 'label'> & { label?: string };
const NONE = '';

function fieldsOf({ t, actor, today, calendar }: Viewer, form: BranchForm, branch: ShownBranch, { units, members }: Choosing): Wish[] {
  const reason: Wish = { name: 'reason', kind: 'area', required: true, rows: 3 };
  const can = (act: BranchAct): boolean => whyNotBranch(actor, act, factsOfBranch(asRow(branch), calendar), today) === null;
  const unit = (of: 'rule' | 'take_off'): Wish => ({ name: 'unitId', kind: 'choice', choices: [{ value: NONE, label: t(`tasks.branch_form.${of}.no_unit`) }, ...units.filter((u) => u.id !== branch.unitId).map((u) => ({ value: String(u.id), label: u.shortName }))] });
  switch (form) {
    case 'object': return [reason];
    case 'rule': return [{ name: 'ruling', kind: 'choice', required: true, choices: RULINGS.filter(can).map((value) => ({ value, label: t(`tasks.ruling.${value}`) })) }, unit(form), reason];
    case 'change': return [roleWish(t, branch.role), { name: 'dueOn', kind: 'date', required: true, value: branch.dueOn }, reason];
    case 'take_off': return [unit(form), reason];
    case 'ask_due': return [{ name: 'toDueOn', kind: 'date', required: true }, reason];
    case 'decide_due': return [{ name: 'decision', kind: 'choice', required: true, choices: ['granted', 'refused'].map((value) => ({ value, label: t(`tasks.decision.${value}`) })) }, { ...reason, required: false }];
    case 'hand_inside': return [
      { name: 'office', kind: 'text' }, { name: 'accountId', kind: 'choice', choices: [{ value: NONE, label: t('tasks.branch_form.hand_inside.nobody') }, ...members.map((m) => ({ value: String(m.id), label: m.name }))] },
      { name: 'note', kind: 'area', rows: 2 },
    ];
  }
}

const roleWish = (t: Viewer['t'], value: string): Wish => ({ name: 'role', kind: 'choice', required: true, value, choices: OTHER_ROLES.map((role) => ({ value: role, label: t(`tasks.role.${role}`) })) });

/** A branch as the policy's facts want it: only its wish that waits. */
export const asRow = (branch: ShownBranch): ShownBranch => ({ ...branch, dueWishes: branch.dueWishes.filter((wish) => wish.status === 'pending') });

const ACT_OF: Record<BranchForm, BranchAct> = { object: 'object', rule: 'dismiss', change: 'change', take_off: 'take_off', ask_due: 'ask_due', decide_due: 'decide_due', hand_inside: 'hand_inside' };

/** What this person may do with a branch now, as forms that ask once. */
export function branchForms(viewer: Viewer, task: TaskBranches, branch: ShownBranch, choosing: Choosing, rejected: RejectedBranch | null): Confirm[] {
  const facts = factsOfBranch(asRow(branch), viewer.calendar);
  return BRANCH_FORMS.filter((form) => whyNotBranch(viewer.actor, ACT_OF[form], facts, viewer.today) === null).map((form) => {
    const mine = rejected?.form === form && rejected.branchId === branch.id ? rejected : null;
    const address = `/tasks/${task.id}/branches/${branch.id}/${BRANCH_PATHS[form]}`;
    return confirmForm(viewer, { form, place: `${form}-${branch.id}`, address, version: branch.version, wishes: fieldsOf(viewer, form, branch, choosing) }, mine);
  });
}

/** The form by which a supervisor adds a unit; null where that cannot be done. */
export function addForm(viewer: Viewer, task: TaskBranches, { units }: Choosing, rejected: RejectedBranch | null): Confirm | null {
  const { t } = viewer;
  if (viewer.actor.role !== 'supervisor' || (task.status !== 'issued' && task.status !== 'underway')) return null;
  const free = units.filter((u) => !task.branches.some((b) => b.unitId === u.id && b.role !== 'former'));
  const wishes: Wish[] = [
    { name: 'unitId', kind: 'choice', required: true, choices: [{ value: NONE, label: t('tasks.branch_form.choose') }, ...free.map((u) => ({ value: String(u.id), label: u.shortName }))] },
    roleWish(t, 'support'), { name: 'dueOn', kind: 'date', required: true, value: task.deadline }, { name: 'reason', kind: 'area', required: true, rows: 3 },
    // Asked for once it was missing: most units' months are not full.
    ...(rejected?.form === 'add' && rejected.complaints.some((c) => c.field === 'capReason') ? [{ name: 'capReason', kind: 'area', required: true, rows: 2 } as const] : []),
  ];
  return confirmForm(viewer, { form: 'add', place: 'add', address: `/tasks/${task.id}/branches`, version: task.version, wishes }, rejected?.form === 'add' ? rejected : null);
}

interface FormPlace { form: BranchForm | 'add'; place: string; address: string; version: number; wishes: Wish[] }

function confirmForm({ t }: Viewer, { form, place, address, version, wishes }: FormPlace, mine: Rejected | null): Confirm {
  // Several of these forms stand on one page: each field's id says whose it is.
  const idOf = (name: string): string => `field-${place}-${name}`;
  const view: FormView = formView(t, address, null, mine);
  const summary = view.summary.map((line) => ({ ...line, href: line.href === null ? null : `#${idOf(line.href.slice('#field-'.length))}` }));
  const fields = wishes.map((wish) => ({ ...fieldView(t, { ...wish, label: t(`tasks.branch_form.${form}.${wish.name}`) }, mine), id: idOf(wish.name) }));
  return confirmView(t(`tasks.branch_form.${form}`), t(`tasks.branch_form.${form}.consequence`), t(`tasks.branch_form.${form}.button`), { ...view, summary }, {
    danger: form === 'take_off', hidden: [{ name: 'version', value: String(version) }], fields,
  });
}
