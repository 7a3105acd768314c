import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field, type FieldWish, type Rejected } from '../web/forms.ts';
import { pageHead, termView } from '../web/view-parts.ts';
import { CONFIDENCES } from '../tasks/confidence.ts';
import { forecastWords, type Forecast } from './own-forecast.ts';
import { PROBLEM_ROOM } from './verification-forms.ts';
import { METHODS, VERDICTS } from './verification.ts';
import { overVisitCap, type Visits } from './visit-cap.ts';

export interface VerifiedTask {
  id: number;
  number: string | null;
  title: string;
  standard: string;
  progress: number;
  leadUnit: { shortName: string } | null;
}

export interface VerificationFormData {
  task: VerifiedTask;
  /** Visits on site to the lead unit this month. */
  visits: Visits;
  sampleId: number | null;
  /** What the unit's own last report says. */
  forecast: Forecast | null;
}

/** The form of a verification with room for a few problems; the cap on visits warns before it refuses. */
export function verificationFormPage(viewer: Viewer, { task, visits, sampleId, forecast }: VerificationFormData, rejected: Rejected | null): Page {
  const { t } = viewer;
  const over = overVisitCap(visits);
  return {
    view: 'supervision/verification-form',
    data: {
      title: t('supervision.verify.title'),
      head: pageHead(t('supervision.verify.title'), { kicker: { label: `${task.number ?? ''} ${task.title}`, href: `/tasks/${String(task.id)}` } }),
      form: formView(t, `/tasks/${String(task.id)}/verifications`, null, rejected),
      hidden: [{ name: 'sampleId', value: rejected?.typed['sampleId'] ?? String(sampleId ?? '') }],
      warning: over ? t('supervision.verify.cap_warning', { ...visits }) : null,
      fields: factFields(viewer, task, over, rejected),
      problems: Array.from({ length: PROBLEM_ROOM }, (_, i) => problemFields(viewer, i + 1, rejected)),
      facts: { items: [
        termView(t('supervision.field.unit'), task.leadUnit?.shortName ?? null),
        termView(t('supervision.field.reported'), `${String(task.progress)}%`),
        termView(t('supervision.field.forecast'), forecastWords(viewer, forecast)),
        termView(t('tasks.field.standard'), task.standard),
        termView(t('supervision.field.visits'), t('supervision.verify.visits', { ...visits })),
      ] },
      cancel: `/tasks/${String(task.id)}`,
    },
  };
}

function factFields({ t, today }: Viewer, task: VerifiedTask, over: boolean, rejected: Rejected | null): Record<string, Field | null> {
  const field = (name: string, more: Omit<FieldWish, 'name' | 'label'>): Field => fieldView(t, { name, label: t(`supervision.field.${name === 'capReason' ? 'visitCapReason' : name}`), required: true, ...more }, rejected);
  const choose = { value: '', label: t('supervision.verify.choose') };
  return {
    method: field('method', { kind: 'choice', value: 'site', choices: METHODS.map((m) => ({ value: m, label: t(`supervision.method.${m}`) })) }),
    visitedOn: field('visitedOn', { kind: 'date', value: today }),
    place: field('place', {}),
    people: field('people', { hint: t('supervision.verify.people_hint') }),
    finding: field('finding', { kind: 'area', rows: 5 }),
    verdict: field('verdict', { kind: 'choice', choices: [choose, ...VERDICTS.map((v) => ({ value: v, label: t(`supervision.verdict.${v}`) }))] }),
    foundProgress: field('foundProgress', { kind: 'number', value: task.progress, hint: t('supervision.verify.found_hint', { reported: task.progress }) }),
    confidence: field('confidence', { kind: 'choice', hint: t('supervision.verify.confidence_hint'), choices: [choose, ...CONFIDENCES.map((c) => ({ value: c, label: t(`tasks.confidence.${c}`) }))] }),
    capReason: over ? field('capReason', { kind: 'area', rows: 2 }) : null,
  };
}

const problemFields = ({ t }: Viewer, index: number, rejected: Rejected | null): { legend: string; fields: Field[] } => ({
  legend: t('supervision.verify.problem', { index }),
  fields: (['description', 'requirement', 'dueOn'] as const).map((name) =>
    fieldView(t, { name: `${name}${String(index)}`, label: t(`supervision.problem.${name}`), kind: name === 'dueOn' ? 'date' : 'area', rows: 2 }, rejected)),
});
