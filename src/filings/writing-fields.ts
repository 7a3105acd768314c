import type { Viewer } from '../kernel/viewer.ts';
import { fieldView, type Field, type FieldWish, type Rejected } from '../web/forms.ts';
import { CONFIDENCES } from '../tasks/confidence.ts';
import { EMPTY_TEXT, REASON_CODES, textOf, type FilingText } from './filing.ts';
import type { FilingOnPage } from './filing-on-page.ts';

/** What stands in the form: what was written, else the last period's words to go on from. */
export function writtenSoFar({ filing, measures }: FilingOnPage): FilingText {
  if (filing !== null) return textOf(filing);
  return measures.last === null ? EMPTY_TEXT : { ...measures.last, noChange: false };
}

/** A field, what the unit last wrote in it, and what stands there now where somebody else changed it meanwhile. */
export interface WritingField { field: Field; last: string | null; theirs: string | null }

type Name = keyof FilingText;
const ROWS: Partial<Record<Name, number>> = { done: 3, problems: 2, nextSteps: 2, coordination: 1 };
const KINDS: Partial<Record<Name, NonNullable<FieldWish['kind']>>> = { noChange: 'checkbox', progress: 'number', value: 'text', done: 'area', problems: 'area', reasonCode: 'choice', newDate: 'date', confidence: 'choice', nextSteps: 'area', coordination: 'area' };

export function writingFields(viewer: Viewer, page: FilingOnPage, text: FilingText, rejected: Rejected | null): Record<Name, WritingField> {
  const { t } = viewer;
  const choices: Partial<Record<Name, FieldWish['choices']>> = {
    reasonCode: [{ value: '', label: t('filings.reason.none') }, ...REASON_CODES.map((value) => ({ value, label: t(`filings.reason.${value}`) }))],
    confidence: [{ value: '', label: t('filings.confidence.none') }, ...CONFIDENCES.map((value) => ({ value, label: t(`tasks.confidence.${value}`) }))],
  };
  const { last } = page.measures;
  const field = (name: Name): WritingField => {
    const wish: FieldWish = {
      name, label: t(`filings.field.${name}`), value: valueIn(text, name), kind: KINDS[name] ?? 'text', rows: ROWS[name] ?? 2,
      ...(choices[name] === undefined ? {} : { choices: choices[name] }),
    };
    const built = fieldView(t, wish, rejected);
    const now = page.filing === null ? '' : valueIn(textOf(page.filing), name);
    const theirs = rejected?.status === 409 && now !== built.value && name !== 'noChange' ? worded(viewer, name, now) : null;
    const before = last === null ? '' : valueIn(last, name);
    return { field: built, last: before === '' || name === 'noChange' ? null : worded(viewer, name, before), theirs };
  };
  return {
    noChange: field('noChange'), progress: field('progress'), value: field('value'), done: field('done'), problems: field('problems'), reasonCode: field('reasonCode'),
    reasonNote: field('reasonNote'), newDate: field('newDate'), confidence: field('confidence'), nextSteps: field('nextSteps'), coordination: field('coordination'),
  };
}

function valueIn(text: FilingText, name: Name): string {
  const value = text[name];
  return typeof value === 'boolean' ? (value ? '1' : '') : String(value ?? '');
}

function worded({ t }: Viewer, name: Name, value: string): string {
  if (value === '') return t('filings.change.empty');
  if (name === 'reasonCode') return t(`filings.reason.${value}`);
  if (name === 'confidence') return t(`tasks.confidence.${value}`);
  return name === 'progress' ? t('filings.page.percent', { percent: value }) : value;
}
