import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import type { Rejected } from '../web/forms.ts';
import { namesOf } from '../tasks/task-queries.ts';
import { FILING_LIFE } from './filing-lifecycle.ts';
import { findPlace, writersOf, type Address } from './filing-place.ts';
import { canFile } from './filing-policy.ts';
import { measuresOf } from './filing-rules.ts';
import { periodsOfBranch } from './filing-state.ts';
import { readingPage } from './reading-page.ts';
import { reviewPage } from './review-page.ts';
import { writingPage } from './writing-page.ts';

/** The page of one filing for whoever asks: to write, to review or to read. @throws NotFound */
export async function filingPageOf(context: Context, viewer: Viewer, address: Address, rejected: Rejected | null = null): Promise<Page> {
  const place = await findPlace(context.db, viewer.actor, address);
  const { filing } = place;
  const people = filing === null ? [] : [...writersOf(filing), filing.reviewedById, ...filing.versions.flatMap((v) => [v.draftedById, v.signedOffById, v.reviewedById])];
  const day = today(context.clock);
  const onPage = { ...place, measures: measuresOf(place, day), periods: periodsOfBranch(place.branch, day, context.calendar), names: await namesOf(context, people) };
  const { actor } = viewer;
  const writes = (['start', 'save', 'correct'] as const).some((act) => canFile(actor, act, place.facts, day));
  if (writes) return writingPage(viewer, onPage, rejected);
  const mayReview = actor.role === 'supervisor' && FILING_LIFE.accept.from.some((s) => s === place.facts.stage);
  return mayReview ? reviewPage(viewer, onPage, rejected) : readingPage(viewer, onPage, rejected);
}
