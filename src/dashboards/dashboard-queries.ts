import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import type { Pile } from '../web/view-parts.ts';
import { planList } from '../plans/plan-queries.ts';
import { coverageFigures, coveredPercent } from './coverage-figures.ts';
import { chapterCounts, readPiles, type ChapterCounts } from './desk-queries.ts';
import { sumOf, type Distribution } from './distribution.ts';
import { distributionBy } from './distribution-queries.ts';
import { endCounts, type EndCounts } from './end-counts.ts';
import { monthEndBefore } from './open-days.ts';
import type { UnitCounts } from './peer-groups.ts';
import { turnedRed, type TurnedRed } from './red-reasons.ts';
import { stateOn, type PastState } from './snapshot-queries.ts';
import { ensureSnapshot } from './take-snapshot.ts';

/** Newly red tasks shown; their number opens the rest. */
const SHOWN_RED = 6;

export interface DashboardData {
  plans: { id: number; title: string }[];
  /** Null for all plans together. */
  planId: number | null;
  counts: Distribution;
  covered: number | null;
  before: PastState | null;
  chapters: ChapterCounts[];
  /** In their usual order. */
  units: UnitCounts[];
  red: { count: number; items: TurnedRed[] };
  ends: EndCounts;
  /** What waits for a leader, whose desk this is. */
  piles: Pile[];
}

/** @param asked the plan in the address; one that is not being carried out is as if nothing was asked */
export async function readDashboard(context: Context, viewer: Viewer, asked: number | null): Promise<DashboardData> {
  await ensureSnapshot(context);
  const { actor, today } = viewer;
  const plans = (await planList(context)).filter((p) => p.status === 'running').map((p) => ({ id: p.id, title: p.shortTitle }));
  const planId = plans.some((p) => p.id === asked) ? asked : null;
  const [byUnit, chapters, figures, before, red, ends, piles] = await Promise.all([
    distributionBy(context, actor, 'unit', { plan: planId }), chapterCounts(context, viewer, planId), coverageFigures(context),
    stateOn(context, monthEndBefore(today), planId), turnedRed(context, actor, planId, SHOWN_RED),
    endCounts(context, actor, { plan: planId }), actor.role === 'leader' ? readPiles(context, viewer) : [],
  ]);
  return {
    plans, planId, before, chapters, red, ends, piles: piles.filter((pile) => pile.count > 0),
    counts: sumOf([...byUnit.values()]),
    covered: coveredPercent(figures.filter((f) => planId === null || f.planId === planId)),
    units: await named(context, byUnit),
  };
}

async function named({ db }: Context, byUnit: ReadonlyMap<number | null, Distribution>): Promise<UnitCounts[]> {
  const ids = [...byUnit.keys()].filter((id) => id !== null);
  const units = await db.unit.findMany({ where: { id: { in: ids } }, select: { id: true, shortName: true, kind: true }, orderBy: [{ sort: 'asc' }, { id: 'asc' }] });
  return units.flatMap(({ id, shortName, kind }) => {
    const counts = byUnit.get(id);
    return counts === undefined ? [] : [{ id, name: shortName, kind, counts }];
  });
}
