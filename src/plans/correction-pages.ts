import { headingText } from './plan.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { formView, type Rejected } from '../web/forms.ts';
import { pageHead } from '../web/view-parts.ts';
import { citationOf } from './citation.ts';
import { COMMITMENT_KINDS } from './commitment.ts';
import { splitPoints } from './draft-correction.ts';
import type { PlanDraft } from './draft-queries.ts';
import { summarise } from './draft-summary.ts';
import type { Commitment } from './import/plan-reading.ts';
import { importSteps } from './import-pages.ts';
import { commitmentRows, sentenceRows } from './plan-rows.ts';
import { placeNodes } from './sentence-place.ts';
import { natureText, TARGET_NATURES, targetText } from './target-text.ts';

/** The commitments that were found in a chapter of a draft, to be put right before it is published. */
export function correctionPage(viewer: Viewer, draft: PlanDraft, chapter: number | null, rejected: Rejected | null): Page {
  const { t } = viewer;
  const chapters = summarise(draft.reading).chapters.filter((c) => c.ordinal !== null);
  const shown = chapters.find((c) => c.ordinal === chapter) ?? chapters.find((c) => c.commitments > 0) ?? chapters[0];
  const rows = commitmentsIn(draft, shown?.ordinal ?? null);
  return {
    view: 'plans/corrections',
    data: {
      title: t('plans.correct.title'),
      head: pageHead(t('plans.correct.title'), { kicker: { label: draft.title, href: `/plans/drafts/${draft.id}` }, summary: t('plans.correct.summary', { count: rows.length }) }),
      steps: importSteps(t, 2),
      address: `/plans/drafts/${draft.id}/commitments`,
      chapters: chapters.map((c) => ({ value: c.ordinal, label: `${headingText(c)} (${c.commitments})`, selected: c.ordinal === shown?.ordinal })),
      form: formView(t, `/plans/drafts/${draft.id}/corrections`, draft.version, rejected),
      back: shown?.ordinal ?? 0,
      rows: rows.map(({ commitment, cite }, i) => rowView(viewer, commitment, cite, i < rows.length - 1)),
    },
  };
}

interface Found { commitment: Commitment; cite: string }

function commitmentsIn({ reading }: PlanDraft, chapter: number | null): Found[] {
  const sentences = sentenceRows(reading, placeNodes(reading.outline));
  return commitmentRows(reading).flatMap((row) => {
    const [commitment, sentence] = [reading.commitments[row.ordinal], sentences[row.sentence]];
    return commitment === undefined || sentence === undefined || sentence.chapter !== chapter ? [] : [{ commitment, cite: sentence.cite }];
  });
}

const rowView = ({ t, locale }: Viewer, commitment: Commitment, cite: string, hasNext: boolean) => ({
  id: `c-${commitment.start}`,
  start: commitment.start,
  citation: citationOf({ cite }, locale),
  text: commitment.text,
  kinds: COMMITMENT_KINDS.map((value) => ({ value, label: t(`plans.kind.${value}`), selected: value === commitment.kind })),
  points: splitPoints(commitment).map(({ at, before }) => ({ value: at, label: t('plans.correct.behind', { words: before }) })),
  target: targetView(t, commitment),
  hasNext,
});

/** What is to be reached, and whether it binds: the table's word until a person confirms it. */
const targetView = (t: Viewer['t'], { target }: Commitment) => (target === null ? null : {
  text: targetText(target),
  nature: natureText(t, target) ?? t('plans.nature.unsaid'),
  natures: TARGET_NATURES.map((value) => ({ value, label: t(`plans.nature.${value}`), selected: value === (target.nature ?? 'expected') })),
});
