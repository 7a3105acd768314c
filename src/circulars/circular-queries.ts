import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { namesOf } from '../tasks/task-queries.ts';
import { countsOfMonth } from './circular-counts.ts';
import { itemsOf, sumOf, type Counts, type Points } from './criteria.ts';
import { groupOf } from '../units/peer-group.ts';
import type { Entry } from './ranking.ts';

const OVERSEERS: readonly string[] = ['supervisor', 'inspector', 'leader'];
const isOverseer = (actor: Actor): boolean => OVERSEERS.includes(actor.role);

/** A published circular is everybody's; before that a unit sees its own entry alone. */
function entriesVisibleTo(actor: Actor, status: string): { unitId?: number } {
  markChecked();
  return isOverseer(actor) || status === 'published' ? {} : { unitId: actor.unitId };
}

const unitNames = async ({ db }: Context, ids: number[]): Promise<Map<number, { name: string; kind: string }>> =>
  new Map((await db.unit.findMany({ where: { id: { in: ids } }, select: { id: true, shortName: true, kind: true } })).map((u) => [u.id, { name: u.shortName, kind: u.kind }]));

export type CircularDetail = Awaited<ReturnType<typeof findCircular>>;

/** @throws NotFound where there is none, or no entry in it that this person may see yet */
export async function findCircular(context: Context, actor: Actor, id: number) {
  const circular = await context.db.circular.findUnique({ where: { id }, include: { ruleSet: true, objections: { orderBy: { id: 'asc' } } } });
  if (circular === null) throw new NotFound(`circular ${String(id)}`);
  const rows = await context.db.circularEntry.findMany({ where: { circularId: id, ...entriesVisibleTo(actor, circular.status) }, orderBy: { unitId: 'asc' } });
  if (rows.length === 0 && !isOverseer(actor)) throw new NotFound(`circular ${String(id)}`);
  const units = await unitNames(context, rows.map((r) => r.unitId));
  const entries = rows.map((r) => ({ unitId: r.unitId, unit: units.get(r.unitId)?.name ?? '', peers: r.peers, items: r.items, points: r.points, counts: JSON.parse(r.counts) as Counts }));
  const mine = circular.objections.filter((o) => isOverseer(actor) || o.unitId === actor.unitId);
  const names = await namesOf(context, [circular.drawnUpById, circular.publishedById, ...mine.flatMap((o) => [o.objectedById, o.ruledById])]);
  return { ...circular, entries, mine: mine.map((o) => ({ ...o, unit: units.get(o.unitId)?.name ?? '' })), points: JSON.parse(circular.ruleSet.points) as Points, names };
}

/** Circulars that this person may open, the newest month first. */
export async function circularLines({ db }: Context, actor: Actor) {
  const own = isOverseer(actor) ? {} : { OR: [{ status: 'published' }, { entries: { some: { unitId: actor.unitId } } }] };
  markChecked();
  return db.circular.findMany({ where: own, select: { id: true, number: true, month: true, status: true, objectUntil: true, _count: { select: { entries: true } } }, orderBy: { month: 'desc' } });
}

/** Rule sets, the newest first: the draft, what is in force, what was. */
export async function ruleSets(context: Context) {
  const rows = await context.db.ruleSet.findMany({ where: { status: { in: ['draft', 'adopted'] } }, orderBy: { id: 'desc' } });
  const names = await namesOf(context, rows.flatMap((r) => [r.madeById, r.adoptedById]));
  return rows.map((r) => ({ ...r, points: JSON.parse(r.points) as Points, madeBy: names.get(r.madeById) ?? '', adoptedBy: names.get(r.adoptedById ?? 0) ?? null }));
}
export type RuleSetRow = Awaited<ReturnType<typeof ruleSets>>[number];

/** What a month would come to by these points, were they in force: nothing is kept of it. */
export async function dryRun(context: Context, month: string, points: Points): Promise<Entry[]> {
  const counts = await countsOfMonth(context, month);
  const units = await unitNames(context, [...counts.keys()]);
  return [...counts].map(([unitId, own]) => {
    const unit = units.get(unitId);
    return { unitId, unit: unit?.name ?? '', peers: groupOf(unit?.kind ?? ''), items: itemsOf(own), points: sumOf(own, points) };
  });
}
