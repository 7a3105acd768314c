import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { formView, type Rejected } from '../web/forms.ts';
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
      ready: ready.map((p) => ({ ...lineOf(p), ground: p.task.ground === null ? '' : groundWords(viewer, p.task.ground, today) })),
      blocked: blocked.map((p) => ({ ...lineOf(p), why: p.whyNot === null ? '' : t(p.whyNot.key, p.whyNot.values) })),
      fields: wordsFields(viewer, 'urge', rejected),
      button: t('supervision.urges.button', { count: ready.length }),
      cancel: '/supervision',
    },
  };
}

const lineOf = ({ task }: PlannedUrge) => ({ id: task.id, href: `/tasks/${String(task.id)}`, number: task.number ?? '', title: task.title, unit: task.unitName ?? '' });
