import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { emptyView, pageHead, tagView, termView } from '../web/view-parts.ts';
import type { EscalationKind } from './escalation.ts';
import { whyNotEscalate } from './escalation-policy.ts';
import type { EscalationDetail, EscalationLine } from './escalation-queries.ts';
import type { PressedTask } from './press-facts.ts';
import { groundWords } from './slip-words.ts';
import { supervisionTabs } from './supervision-tabs.ts';

/** The form that records a talk or a criticism; where it is too early it says which rung comes first. */
export function escalationFormPage(viewer: Viewer, kind: EscalationKind, task: PressedTask, rejected: Rejected | null): Page {
  const { t, today, actor } = viewer;
  const why = whyNotEscalate(actor, kind, task, today);
  const field = (name: 'heldOn' | 'place' | 'people' | 'matter' | 'result') =>
    fieldView(t, { name, label: t(`supervision.escalation.${name}`), required: true, ...(name === 'heldOn' ? { kind: 'date' as const, value: today } : name === 'matter' || name === 'result' ? { kind: 'area' as const, rows: 4 } : {}) }, rejected);
  return {
    view: 'supervision/escalation-form',
    data: {
      title: t(`supervision.rung.${kind}`),
      head: pageHead(t(`supervision.rung.${kind}`), { kicker: { label: `${task.number ?? ''} ${task.title}`, href: `/tasks/${String(task.id)}` }, summary: t(`supervision.escalation.${kind}_summary`, { unit: task.unitName ?? '' }) }),
      warning: why === null ? null : t(why.key, why.values),
      form: formView(t, `/tasks/${String(task.id)}/${kind === 'talk' ? 'talks' : 'criticisms'}`, null, rejected),
      fields: (['heldOn', 'place', 'people', 'matter', 'result'] as const).map(field),
      button: t('supervision.escalation.button'),
      cancel: `/tasks/${String(task.id)}`,
    },
  };
}

export function escalationPage(viewer: Viewer, row: EscalationDetail): Page {
  const { t } = viewer;
  return {
    view: 'supervision/escalation',
    data: {
      title: row.number,
      head: pageHead(`${t(`supervision.rung.${row.kind}`)} ${row.number}`, { kicker: { label: `${row.task.number ?? ''} ${row.task.title}`, href: `/tasks/${String(row.taskId)}` } }),
      matter: row.matter, result: row.result,
      facts: { items: [
        termView(t('supervision.field.unit'), row.unit.shortName),
        termView(t('supervision.escalation.ground'), groundWords(viewer, { kind: row.ground, day: row.groundDay }, row.heldOn, row.groundDay)),
        termView(t('supervision.escalation.heldOn'), row.heldOn),
        termView(t('supervision.escalation.place'), row.place),
        termView(t('supervision.escalation.people'), row.people),
        termView(t('supervision.field.recorded'), `${row.names.get(row.recordedById) ?? ''} ${dayOf(row.recordedAt)}`),
      ] },
    },
  };
}

export function escalationListPage(viewer: Viewer, page: number, lines: EscalationLine[], total: number): Page {
  const { t } = viewer;
  return {
    view: 'supervision/escalations',
    data: {
      title: t('supervision.escalations.title'),
      head: pageHead(t('supervision.escalations.title'), { summary: t('supervision.count', { count: total }) }),
      tabs: supervisionTabs(viewer, 'escalations'),
      rows: lines.map((line) => ({
        href: `/escalations/${String(line.id)}`, number: line.number, kind: tagView(t(`supervision.rung.${line.kind}`), line.kind === 'talk' ? 'warn' : 'bad'), unit: line.unit, heldOn: line.heldOn, result: line.result,
        taskHref: `/tasks/${String(line.taskId)}`, taskTitle: line.task?.title ?? '', taskNumber: line.task?.number ?? '',
      })),
      paging: paging(total, page, '/supervision/escalations', PAGE_SIZE),
      empty: emptyView('people', t('supervision.escalations.empty'), t('supervision.escalations.empty_hint')),
    },
  };
}
