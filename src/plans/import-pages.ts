import { dayOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Words } from '../kernel/text.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { pageHead, stepsView, type Step } from '../web/view-parts.ts';
import type { DraftEntry } from './draft-queries.ts';
import type { ImportProgress } from './import-run-queries.ts';
import { IMPORT_LIMITS } from './plan.ts';

export const ACCEPTED = '.txt,.md,.docx,.html,.htm,.pdf,.xlsx';

/** 上传 → 识别 → 校对 → 发布 */
export const importSteps = (t: Words, now: number): { label: string; items: Step[] } =>
  ({ label: t('plans.steps.label'), items: stepsView(['upload', 'read', 'check', 'publish'].map((step) => t(`plans.steps.${step}`)), now) });

/** Imports that were begun: long ones on their way, and drafts. */
interface Begun { drafts: readonly DraftEntry[]; runs: readonly ImportProgress[] }

/** Where a supervisor uploads or pastes a plan; imports that were begun stand below. */
export function importPage({ t }: Viewer, { drafts, runs }: Begun, rejected: Rejected | null): Page {
  const wrong = rejected?.complaints.find((c) => c.field === 'file');
  return {
    view: 'plans/import',
    data: {
      title: t('plans.import.title'),
      head: pageHead(t('plans.import.title'), { kicker: { label: t('nav.plans'), href: '/plans' }, summary: t('plans.import.summary') }),
      steps: importSteps(t, 0),
      form: formView(t, '/plans/import', null, rejected),
      file: {
        id: 'field-file', name: 'file', label: t('plans.import.file'), hint: t('plans.import.file_hint', { max: IMPORT_LIMITS.fileBytes / 1024 / 1024 }),
        error: wrong === undefined ? null : t(wrong.key, wrong.values), accept: ACCEPTED, multiple: false,
      },
      text: fieldView(t, { name: 'text', label: t('plans.import.text'), kind: 'area', rows: 12, hint: t('plans.import.text_hint') }, rejected),
      runs: runs.map((run) => ({ href: `/plans/imports/${run.id}`, fileName: run.fileName === '' ? t('plans.draft.pasted') : run.fileName, state: t(`plans.run.short.${run.state}`) })),
      drafts: drafts.map((d) => ({ href: `/plans/drafts/${d.id}`, title: d.title, fileName: d.fileName, day: dayOf(d.createdAt) })),
    },
  };
}
