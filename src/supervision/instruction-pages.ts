import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import { addDays } from '../kernel/days.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { chipView, confirmView, emptyView, pageHead, tagView, termView, type Confirm, type Tag } from '../web/view-parts.ts';
import { INSTRUCTION_ACTS, INSTRUCTION_LIFE, type InstructionAct } from './instruction-lifecycle.ts';
import { whyNotInstruction } from './instruction-policy.ts';
import type { InstructionDetail, InstructionFilter, InstructionLine } from './instruction-queries.ts';
import { INSTRUCTION_STATUSES, isInstructionLate } from './instruction.ts';
import { hrefWith } from './slip-filter.ts';
import { supervisionTabs } from './supervision-tabs.ts';

const TONES: Record<string, Tag['tone']> = { open: 'info', replied: 'warn', closed: 'ok' };
const USUAL_TERM_DAYS = 14;

const statusTag = ({ t, today }: Viewer, row: { status: string; dueOn: string }): Tag =>
  isInstructionLate(row, today) ? tagView(t('supervision.instruction.late'), 'bad') : tagView(t(`supervision.instruction.status.${row.status}`), TONES[row.status] ?? 'neutral');

export type RejectedInstruction = Rejected & { act: InstructionAct };

export function instructionPage(viewer: Viewer, row: InstructionDetail, rejected: RejectedInstruction | null): Page {
  const { t, actor } = viewer;
  const shown = INSTRUCTION_ACTS.filter((act) => whyNotInstruction(actor, act, row) === null || rejected?.act === act);
  const name = (id: number | null): string => row.names.get(id ?? 0) ?? '';
  return {
    view: 'supervision/instruction',
    data: {
      title: row.number,
      head: pageHead(t('supervision.instruction.title', { number: row.number }), { kicker: { label: `${row.task.number ?? ''} ${row.task.title}`, href: `/tasks/${String(row.taskId)}` }, tags: [statusTag(viewer, row)] }),
      text: row.text,
      reply: row.reply,
      remark: row.remark === '' ? null : row.remark,
      facts: { items: [
        termView(t('supervision.instruction.leader'), name(row.leaderId), { note: row.givenOn }),
        termView(t('supervision.field.unit'), row.unit.shortName),
        termView(t('supervision.instruction.dueOn'), row.dueOn),
        termView(t('supervision.instruction.registered'), `${name(row.registeredById)} ${dayOf(row.registeredAt)}`),
        ...(row.repliedAt === null ? [] : [termView(t('supervision.instruction.replied'), `${name(row.repliedById)} ${dayOf(row.repliedAt)}`)]),
        ...(row.closedAt === null ? [] : [termView(t('supervision.instruction.closed'), `${name(row.closedById)} ${dayOf(row.closedAt)}`)]),
      ] },
      acts: shown.map((act) => actForm(viewer, row, act, rejected?.act === act ? rejected : null)),
    },
  };
}

function actForm({ t }: Viewer, row: InstructionDetail, act: InstructionAct, rejected: Rejected | null): Confirm {
  const label = t(`supervision.instruction.act.${act}`);
  const field = fieldView(t, { name: 'words', label: t(`supervision.instruction.act.${act}.words`), kind: 'area', rows: 4, required: act !== 'close' }, rejected);
  const form = formView(t, `/instructions/${String(row.id)}/${act.replace('_', '-')}`, row.version, rejected);
  return confirmView(label, t(`supervision.instruction.act.${act}.consequence`), label, form, { danger: INSTRUCTION_LIFE[act].to === 'open', hidden: [{ name: 'version', value: String(row.version) }], fields: [field] });
}

export interface InstructionFormData {
  task: { id: number; number: string | null; title: string; unit: string };
  leaders: { accountId: number; name: string }[];
  /** The cap, where the unit has had its share of the month: one more needs a reason. */
  beyond: number | null;
}

export function instructionFormPage({ t, actor, today }: Viewer, { task, leaders, beyond }: InstructionFormData, rejected: Rejected | null): Page {
  const choices = leaders.map((l) => ({ value: String(l.accountId), label: l.name }));
  const ownOnly = actor.role === 'leader';
  return {
    view: 'supervision/instruction-form',
    data: {
      title: t('supervision.instruct.title'),
      head: pageHead(t('supervision.instruct.title'), { kicker: { label: `${task.number ?? ''} ${task.title}`, href: `/tasks/${String(task.id)}` }, summary: t('supervision.instruct.summary', { unit: task.unit }) }),
      form: formView(t, `/tasks/${String(task.id)}/instructions`, null, rejected),
      fields: [
        ...(beyond === null ? [] : [fieldView(t, { name: 'capReason', label: t('supervision.field.capReason'), hint: t('supervision.error.instruction_cap', { cap: beyond }), kind: 'area', rows: 2, required: true }, rejected)]),
        ...(ownOnly ? [] : [fieldView(t, { name: 'leaderId', label: t('supervision.instruction.leader'), kind: 'choice', required: true, choices }, rejected)]),
        fieldView(t, { name: 'text', label: t('supervision.instruction.text'), kind: 'area', rows: 5, required: true }, rejected),
        fieldView(t, { name: 'givenOn', label: t('supervision.instruction.givenOn'), kind: 'date', required: true, value: today }, rejected),
        fieldView(t, { name: 'dueOn', label: t('supervision.instruction.dueOn'), kind: 'date', required: true, value: addDays(today, USUAL_TERM_DAYS) }, rejected),
      ],
      cancel: `/tasks/${String(task.id)}`,
    },
  };
}

const hrefTo = ({ late, ...filter }: Partial<InstructionFilter>): string => hrefWith('/supervision/instructions', { ...filter, late: late === true ? 1 : null });

export function instructionListPage(viewer: Viewer, filter: InstructionFilter, { lines, total, unit }: { lines: InstructionLine[]; total: number; unit: string | null }): Page {
  const { t } = viewer;
  const removable = (label: string | null, name: 'unit' | 'month') => (label === null ? [] : [chipView(label, hrefTo({ ...filter, page: 1, [name]: null }), { removable: true })]);
  const toggles = INSTRUCTION_STATUSES.map((status) => chipView(t(`supervision.instruction.status.${status}`), hrefTo({ ...filter, page: 1, status: filter.status === status ? null : status }), { current: filter.status === status }));
  const late = chipView(t('supervision.instruction.late'), hrefTo({ ...filter, page: 1, late: !filter.late }), { current: filter.late });
  return {
    view: 'supervision/instructions',
    data: {
      title: t('supervision.instructions.title'),
      head: pageHead(t('supervision.instructions.title'), { summary: t('supervision.count', { count: total }) }),
      tabs: supervisionTabs(viewer, 'instructions'),
      chips: { label: t('tasks.filter.set'), items: [...toggles, late, ...removable(unit, 'unit'), ...removable(filter.month, 'month')] },
      rows: lines.map((line) => ({
        href: `/instructions/${String(line.id)}`, number: line.number, text: line.text, leader: line.leader, givenOn: line.givenOn, unit: line.unit.shortName, dueOn: line.dueOn, status: statusTag(viewer, line),
        taskHref: `/tasks/${String(line.taskId)}`, taskTitle: line.task.title,
      })),
      paging: paging(total, filter.page, hrefTo(filter), PAGE_SIZE),
      empty: emptyView('sign', t('supervision.instructions.empty'), t('supervision.instructions.empty_hint')),
    },
  };
}
