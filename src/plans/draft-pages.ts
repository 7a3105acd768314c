import { headingText } from './plan.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { UnitName } from '../units/unit.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Field, type Rejected } from '../web/forms.ts';
import { actionView, confirmView, metricView, pageHead, termView, type Confirm, type Metric, type Term } from '../web/view-parts.ts';
import type { PlanDraft } from './draft-queries.ts';
import { summarise, type ChapterSummary, type DraftSummary } from './draft-summary.ts';
import { restateDuties } from './import/apply-stated-duties.ts';
import type { Problem, Reference } from './import/plan-reading.ts';
import { importSteps } from './import-pages.ts';
import { shortTitleOf } from './short-title.ts';
import { problemsToday, unknownNames } from './unknown-names.ts';
import { unknownNamesView } from './unknown-names-view.ts';

/** Today's units: as the reader knows them, and to choose from. */
export interface KnownUnits { reference: Reference; units: readonly UnitName[] }

const SHOWN_PROBLEMS = 30;

/** What the reading found, before anything of it is a plan: outline, counts, problems, and what has to be confirmed. */
export function draftPage(viewer: Viewer, kept: PlanDraft, { reference, units }: KnownUnits, rejected: Rejected | null): Page {
  const { t } = viewer;
  const draft = { ...kept, reading: restateDuties(kept.reading, reference) };
  const summary = summarise(draft.reading);
  const problems = problemsToday(draft.reading, draft.text, reference);
  const unknown = unknownNames(draft.reading.responsibilities, reference).map((one) => one.name);
  return {
    view: 'plans/draft',
    data: {
      title: draft.title,
      head: pageHead(draft.title, { kicker: { label: t('plans.import.title'), href: '/plans/import' }, summary: t('plans.draft.summary') }),
      steps: importSteps(t, 2),
      metrics: metricsOf(viewer, draft, summary),
      facts: { items: factsOf(viewer, draft) },
      chapters: summary.chapters.map((c) => chapterLine(viewer, draft.id, c)),
      problems: problems.slice(0, SHOWN_PROBLEMS).map((p) => problemLine(viewer, p)),
      unknown: unknownNamesView(viewer, `/plans/drafts/${draft.id}/names`, unknown, units),
      problemCount: problems.length,
      moreProblems: problems.length > SHOWN_PROBLEMS ? t('plans.draft.more_problems', { count: problems.length - SHOWN_PROBLEMS }) : null,
      download: actionView(t('plans.draft.download'), `/plans/drafts/${draft.id}/problems.csv`, { icon: 'download' }),
      form: formView(t, `/plans/drafts/${draft.id}/publication`, draft.version, rejected),
      fields: publicationFields(viewer, draft, rejected),
      compare: draft.replacesId === null ? null : actionView(t('plans.draft.compare'), `/plans/drafts/${draft.id}/changes`),
      discard: discardForm(viewer, draft),
    },
  };
}

function metricsOf({ t }: Viewer, draft: PlanDraft, { total, withoutUnit }: DraftSummary): Metric[] {
  return [
    metricView(t('plans.count.chapters'), total.chapters),
    metricView(t('plans.count.articles'), total.articles),
    metricView(t('plans.count.sentences'), total.sentences),
    metricView(t('plans.count.commitments'), total.commitments),
    metricView(t('plans.count.targets'), draft.reading.targets.length),
    metricView(t('plans.count.without_unit'), withoutUnit),
  ];
}

function factsOf({ t }: Viewer, { reading, fileName, format, encoding, text }: PlanDraft): Term[] {
  const unknown = t('plans.draft.not_found');
  const open = reading.commitments.filter(({ target }) => target?.nature !== undefined && target.confirmed !== true).length;
  return [
    termView(t('plans.field.file'), fileName === '' ? t('plans.draft.pasted') : fileName),
    termView(t('plans.field.format'), [format, encoding].filter((one) => one !== null).join(' · ')),
    termView(t('plans.field.length'), t('plans.draft.characters', { count: text.length })),
    termView(t('plans.field.issuing_body'), reading.issuingBody ?? unknown),
    termView(t('plans.field.adopted_on'), reading.adopted ?? unknown),
    termView(t('plans.field.period'), reading.period === null ? unknown : `${reading.period.from}–${reading.period.to}`),
    ...(open === 0 ? [] : [termView(t('plans.field.natures_open'), t('plans.draft.natures_open', { count: open }))]),
  ];
}

const chapterLine = ({ t }: Viewer, draftId: number, c: ChapterSummary) => ({
  title: c.ordinal === null ? t('plans.draft.outside') : headingText(c),
  href: c.ordinal === null ? null : `/plans/drafts/${draftId}/commitments?chapter=${c.ordinal}`,
  articles: c.articles, sentences: c.sentences, commitments: c.commitments,
});

export const problemText = ({ t }: Pick<Viewer, 't'>, { code, values }: Problem): string => t(`plans.problem.${code}`, values);

const problemLine = (viewer: Viewer, problem: Problem) => ({
  line: problem.line, isError: problem.severity === 'error', severity: viewer.t(`plans.severity.${problem.severity}`), text: problemText(viewer, problem),
});

function publicationFields({ t }: Viewer, { reading }: PlanDraft, rejected: Rejected | null): Field[] {
  const { period } = reading;
  const field = (name: string, label: string, value: string | null, more: { kind?: 'date'; required?: boolean; hint?: string } = {}): Field =>
    fieldView(t, { name, label: t(`plans.field.${label}`), value, ...more }, rejected);
  return [
    field('title', 'title', reading.title, { required: true }),
    field('shortTitle', 'short_title', shortTitleOf(reading.title), { required: true, hint: t('plans.field.short_title_hint') }),
    field('issuingBody', 'issuing_body', reading.issuingBody),
    field('adoptedOn', 'adopted_on', reading.adopted, { kind: 'date' }),
    field('startsOn', 'starts_on', period === null ? null : `${period.from}-01-01`, { kind: 'date', required: true }),
    field('endsOn', 'ends_on', period === null ? null : `${period.to}-12-31`, { kind: 'date', required: true }),
  ];
}

function discardForm({ t }: Viewer, { id, version }: PlanDraft): Confirm {
  return confirmView(t('plans.discard.label'), t('plans.discard.consequence'), t('plans.discard.button'), formView(t, `/plans/drafts/${id}/discarding`, version, null),
    { danger: true, hidden: [{ name: 'version', value: String(version) }] });
}
