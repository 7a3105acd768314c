import type { Context } from '../kernel/context.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import { NotFound } from '../kernel/errors.ts';
import type { Locale } from '../kernel/text.ts';
import { citationOf } from './citation.ts';
import { commitmentFrom, type PlanCommitment } from './commitment.ts';

// The text of a plan is open to everybody but the administrator; that is asked at the routes' gates, so nothing is scoped here.

const PLAN_PARTS = { id: true, title: true, shortTitle: true, issuingBody: true, adoptedOn: true, startsOn: true, endsOn: true, status: true, replacesId: true, version: true } as const;

export interface PlanCard {
  id: number;
  title: string;
  shortTitle: string;
  issuingBody: string | null;
  adoptedOn: string | null;
  /** First and last day of its period. */
  startsOn: string;
  endsOn: string;
  status: string;
  /** The version of the same document before this one. */
  replacesId: number | null;
  version: number;
}

/** All plans, the newest first. */
export const planList = ({ db }: Context): Promise<PlanCard[]> => db.plan.findMany({ select: PLAN_PARTS, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }] });

/** @throws NotFound */
export async function findPlan({ db }: Context, id: number): Promise<PlanCard> {
  const plan = await db.plan.findUnique({ where: { id }, select: PLAN_PARTS });
  if (plan === null) throw new NotFound(`plan ${id}`);
  return plan;
}

export interface OutlineEntry {
  id: number;
  parentId: number | null;
  /** The top-level heading it stands under; its own id for a top-level heading. */
  chapterId: number | null;
  level: string;
  label: string;
  number: number | null;
  title: string;
  depth: number;
  start: number;
  end: number;
}

/** The headings of a plan in document order: parts, chapters, sections, articles and numbered items; no bare paragraphs. */
export function outlineOf({ db }: Context, planId: number): Promise<OutlineEntry[]> {
  return db.planNode.findMany({
    where: { planId, role: 'numbered' },
    select: { id: true, parentId: true, chapterId: true, level: true, label: true, number: true, title: true, depth: true, start: true, end: true },
    orderBy: { ordinal: 'asc' },
  });
}

type Heading = Pick<OutlineEntry, 'id' | 'label' | 'number' | 'title'>;

/** A sentence with all that a task made from it starts with. */
export interface FoundSentence {
  id: number;
  ordinal: number;
  text: string;
  cite: string;
  citation: string;
  plan: PlanCard;
  article: Heading | null;
  chapter: Heading | null;
  commitments: PlanCommitment[];
}

/** @throws NotFound */
export async function findSentence({ db }: Context, id: number, locale: Locale = 'zh-CN'): Promise<FoundSentence> {
  const row = await db.sentence.findUnique({ where: { id }, include: { plan: { select: PLAN_PARTS }, commitments: { orderBy: { ordinal: 'asc' } } } });
  if (row === null) throw new NotFound(`sentence ${id}`);
  const headings = await db.planNode.findMany({ where: { id: { in: [row.articleId, row.chapterId].filter((one) => one !== null) } }, select: { id: true, label: true, number: true, title: true } });
  const heading = (wanted: number | null): Heading | null => headings.find((one) => one.id === wanted) ?? null;
  return {
    id: row.id, ordinal: row.ordinal, text: row.text, cite: row.cite, citation: citationOf(row, locale), plan: row.plan,
    article: heading(row.articleId), chapter: heading(row.chapterId), commitments: row.commitments.map(commitmentFrom),
  };
}

/** The top-level headings of all plans, for the filter of the ledger. */
export function chapterChoices({ db }: Context): Promise<{ id: number; label: string; title: string }[]> {
  return untilWritten(db, 'chapter choices', async () => db.planNode.findMany({ where: { role: 'numbered', parentId: null }, select: { id: true, label: true, title: true }, orderBy: [{ planId: 'desc' }, { ordinal: 'asc' }] }));
}
