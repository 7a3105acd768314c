import { today } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import type { Rejected } from '../web/forms.ts';
import { timelineOf } from '../audit/audit-queries.ts';
import { lateTryNote } from '../tasks/late-try.ts';
import { rollUpOf } from '../tasks/district-queries.ts';
import { namesOf } from '../tasks/task-queries.ts';
import { FILING_LIFE } from './filing-lifecycle.ts';
import { findPlace, writersOf, type Address } from './filing-place.ts';
import { canFile } from './filing-policy.ts';
import { measuresOf } from './filing-rules.ts';
import { periodsOfBranch } from './filing-state.ts';
import type { FilingOnPage } from './filing-on-page.ts';
import { readingPage } from './reading-page.ts';
import { reviewPage } from './review-page.ts';
import { roundPage } from './round-page.ts';
import { writingPage } from './writing-page.ts';

/** The page of one filing for whoever asks: to write, to review or to read. @throws NotFound */
export async function filingPageOf(context: Context, viewer: Viewer, address: Address, rejected: Rejected | null = null): Promise<Page> {
  const onPage = await filingOnPage(context, viewer, address);
  const { actor } = viewer;
  const day = today(context.clock);
  const writes = (['start', 'save', 'correct'] as const).some((act) => canFile(actor, act, onPage.facts, day));
  if (writes) return writingPage(viewer, onPage, rejected);
  const mayReview = actor.role === 'supervisor' && FILING_LIFE.accept.from.some((s) => s === onPage.facts.stage);
  return mayReview ? reviewPage(viewer, onPage, rejected) : readingPage(viewer, onPage, rejected);
}

/** One round that was sent, beside another of the same report: the one before it where none is named. @throws NotFound */
export async function roundPageOf(context: Context, viewer: Viewer, address: Address, round: number, against: number | null): Promise<Page> {
  const onPage = await filingOnPage(context, viewer, address);
  const versions = onPage.filing?.versions ?? [];
  const shown = versions.find((v) => v.round === round);
  if (shown === undefined) throw new NotFound(`round ${round}`);
  return roundPage(viewer, onPage, shown, versions.find((v) => v.round === (against ?? round - 1) && v.round !== round) ?? null);
}

async function filingOnPage(context: Context, viewer: Viewer, address: Address): Promise<FilingOnPage> {
  const place = await findPlace(context.db, viewer.actor, address);
  const { filing } = place;
  const people = filing === null ? [] : [...writersOf(filing), filing.heldById, filing.reviewedById, ...filing.versions.flatMap((v) => [v.draftedById, v.signedOffById, v.reviewedById])];
  const day = today(context.clock);
  // R7: only the lead reports the whole.
  const summed = place.branch.role === 'lead' ? await rollUpOf(context, viewer.actor, place.branch.taskId) : null;
  const lateTry = lateTryNote(viewer, await timelineOf(context, `task:${place.branch.taskId}`, LATEST));
  return { ...place, lateTry, measures: measuresOf(place, context), periods: periodsOfBranch(place.branch, day, context.calendar), summed, names: await namesOf(context, people) };
}

/** So many events say whether somebody came too late: each person is noted once. */
const LATEST = 10;
