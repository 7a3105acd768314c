import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { chapterChoices } from '../plans/plan-queries.ts';
import { pileView, type Pile } from '../web/view-parts.ts';
import { auditState, type AuditState } from './audit-state.ts';
import { DESKS } from './desk-piles.ts';
import type { DeskPile } from './desk-pile.ts';
import { NOTHING, type Distribution } from './distribution.ts';
import { distributionBy } from './distribution-queries.ts';
import { planGaps, type PlanGaps } from './gap-piles.ts';
import { overdueByTurn, overdueByUnit, waitingForSupervisor, type OverdueUnit, type WaitingUnit } from './overdue-queries.ts';

/** Rows of a pile on the desk; its number opens the rest. */
const SHOWN = 5;

/** `id` null: tasks whose source stands in no chapter. */
export interface ChapterCounts { id: number | null; title: string; counts: Distribution }

/** What a desk shows; each part null where it is not for this role. */
export interface DeskData {
  piles: Pile[];
  gaps: PlanGaps[] | null;
  waiting: WaitingUnit[] | null;
  chapters: ChapterCounts[] | null;
  overdue: { units: OverdueUnit[]; turns: { turn: string; count: number }[] } | null;
  own: Distribution | null;
  audit: AuditState | null;
}

/** A pile with its first rows; null where it is left out. */
export async function readPile(context: Context, viewer: Viewer, pile: DeskPile): Promise<Pile | null> {
  const { t } = viewer;
  const count = await pile.count(context, viewer);
  if (count === 0 && pile.rare) return null;
  const rows = count === 0 ? [] : await pile.rows(context, viewer, { skip: 0, take: SHOWN });
  return pileView(`pile-${pile.name}`, t(`desk.pile.${pile.name}`), count, rows, {
    href: pile.href(viewer), icon: pile.icon, tone: count === 0 ? 'neutral' : pile.tone, empty: t(`desk.empty.${pile.name}`),
  });
}

/** The piles of this person's desk; the rare ones only where there is something in them. */
export async function readPiles(context: Context, viewer: Viewer): Promise<Pile[]> {
  const piles = await Promise.all(DESKS[viewer.actor.role].map((pile) => readPile(context, viewer, pile)));
  return piles.filter((pile) => pile !== null);
}

/** Live tasks by chapter, in the order of the plans' text. */
export async function chapterCounts(context: Context, viewer: Viewer, planId: number | null = null): Promise<ChapterCounts[]> {
  const [counts, headings] = await Promise.all([distributionBy(context, viewer.actor, 'chapter', { plan: planId }), chapterChoices(context)]);
  const all = [...headings.map(({ id, label, title }) => ({ id, title: `${label}${title}` })), { id: null, title: viewer.t('dashboards.no_chapter') }];
  return all.flatMap(({ id, title }) => {
    const found = counts.get(id);
    return found === undefined ? [] : [{ id, title, counts: found }];
  });
}

/** Everything on the desk of this person's post, under its scope. */
export async function readDesk(context: Context, viewer: Viewer): Promise<DeskData> {
  const { actor } = viewer;
  const isSupervisor = actor.role === 'supervisor';
  return {
    piles: await readPiles(context, viewer),
    gaps: isSupervisor ? await planGaps(context) : null,
    waiting: isSupervisor ? await waitingForSupervisor(context, actor) : null,
    chapters: isSupervisor ? await chapterCounts(context, viewer) : null,
    overdue: actor.role === 'inspector' ? { units: await overdueByUnit(context, actor), turns: await overdueByTurn(context, actor) } : null,
    own: actor.role === 'head' || actor.role === 'clerk' ? (await distributionBy(context, actor, 'unit', { lead: actor.unitId })).get(actor.unitId) ?? NOTHING : null,
    audit: actor.role === 'auditor' ? await auditState(context) : null,
  };
}
