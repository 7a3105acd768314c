import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field, type Rejected } from '../web/forms.ts';
import { pageHead } from '../web/view-parts.ts';
import type { PlannedUrge } from './issue-urges.ts';
import { groundWords } from './slip-words.ts';
import { wordsFields } from './slip-form-pages.ts';

/** What urging the chosen tasks would do: who gets a slip, who does not and why; then all slips in one act. */
export function urgesPage(viewer: Viewer, plan: PlannedUrge[], rejected: Rejected | null): Page {
  const { t, today } = viewer;
  const title = t('supervision.urges.title');
  const ready = plan.filter((p) => p.whyNot === null);
  const blocked = plan.filter((p) => p.whyNot !== null);
  const units = new Set(ready.map((p) => p.task.unitId)).size;
  return {
    view: 'supervision/urges',
    data: {
      title,
      head: pageHead(title, { summary: t('supervision.urges.summary', { count: ready.length, units, blocked: blocked.length }), kicker: { label: t('supervision.overdue.title'), href: '/supervision' } }),
      form: formView(t, '/supervision/urges', null, rejected),
      ready: ready.map((p) => ({ ...lineOf(p), beyond: p.beyond === null ? null : t(p.beyond.key, p.beyond.values), ground: p.task.ground === null ? '' : groundWords(viewer, p.task.ground, today) })),
      blocked: blocked.map((p) => ({ ...lineOf(p), why: p.whyNot === null ? '' : t(p.whyNot.key, p.whyNot.values) })),
      fields: [...wordsFields(viewer, 'urge', rejected), ...capFields(viewer, ready.filter((p) => p.beyond !== null).length, rejected)],
      button: t('supervision.urges.button', { count: ready.length }),
      cancel: '/supervision',
    },
  };
}

/** One reason for all that go beyond a cap, asked for beforehand. */
const capFields = ({ t }: Viewer, beyond: number, rejected: Rejected | null): Field[] =>
  (beyond === 0 ? [] : [fieldView(t, { name: 'capReason', label: t('supervision.field.capReason'), kind: 'area', rows: 2, required: true, hint: t('supervision.error.batch_cap', { count: beyond }) }, rejected)]);

const lineOf = ({ task }: PlannedUrge) => ({ id: task.id, href: `/tasks/${String(task.id)}`, number: task.number ?? '', title: task.title, unit: task.unitName ?? '' });
