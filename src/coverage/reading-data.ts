import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { findPlan, outlineOf, type OutlineEntry } from '../plans/plan-queries.ts';
import { learnedReference } from '../tasks/learned-suggestions.ts';
import { unitsByCode } from '../units/unit-queries.ts';
import type { Page } from '../web/answer.ts';
import { coverageOfPlan, sentencesOfUnit, type CoveredCommitment } from './coverage-queries.ts';
import type { RefusedDecision } from './decision-forms-view.ts';
import { detailsView, type DetailsView } from './details-view.ts';
import type { ReadingAddress } from './reading-address.ts';
import { readingPage } from './reading-pages.ts';
import { lengthOf, sentenceAt, sentencesOf, textNodes, WHOLE_TEXT_LIMIT, type ReadSentence } from './reading-queries.ts';
import { sentenceDetails } from './sentence-details.ts';

/** Everything the reading view shows. @throws NotFound */
export async function readingOf(context: Context, viewer: Viewer, asked: ReadingAddress, refused: RefusedDecision | null): Promise<Page> {
  const plan = await findPlan(context, asked.planId);
  const outline = await outlineOf(context, plan.id);
  const chosen = asked.sentence === null ? null : await sentenceAt(context, plan.id, asked.sentence);
  const chapterId = await shownChapter(context, asked, outline, chosen);
  const coverage = await coverageOfPlan(context, plan.id, viewer.today);
  return readingPage(viewer, { ...asked, chapterId }, {
    plan, outline, coverage, chosen,
    details: chosen === null ? null : await detailsOf(context, viewer, plan.id, chosen, coverage.commitments, refused),
    nodes: await textNodes(context, plan.id),
    sentences: await sentencesOf(context, plan.id, chapterId),
    mine: await sentencesOfUnit(context, viewer.actor, plan.id),
  });
}

/** Null for the whole text; long plans are shown a chapter at a time, that of the chosen sentence first of all. */
async function shownChapter(context: Context, asked: ReadingAddress, outline: readonly OutlineEntry[], chosen: ReadSentence | null): Promise<number | null> {
  const chapters = outline.filter((entry) => entry.parentId === null);
  const known = chapters.find((entry) => entry.id === asked.chapterId)?.id;
  const isLong = (await lengthOf(context, asked.planId)) > WHOLE_TEXT_LIMIT;
  if (known === undefined && !isLong) return null;
  return chosen?.chapterId ?? known ?? chapters[0]?.id ?? null;
}

async function detailsOf(context: Context, viewer: Viewer, planId: number, sentence: ReadSentence, coverage: readonly CoveredCommitment[], refused: RefusedDecision | null): Promise<DetailsView> {
  return detailsView(viewer, {
    planId, sentence, coverage, refused,
    details: await sentenceDetails(context, viewer.actor, sentence.id),
    units: await unitsByCode(context),
    reference: await learnedReference(context),
  });
}
