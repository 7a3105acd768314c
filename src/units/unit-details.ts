import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { matchesUnit } from './unit-search.ts';

export interface UnitFilter {
  kind: string;
  search: string;
  /** official: as the city's own lists name them; pinyin: by the alphabet. */
  sort: 'official' | 'pinyin';
}

const LIST_PARTS = {
  id: true, code: true, name: true, shortName: true, kind: true, pinyin: true, initials: true, active: true,
  aliases: { select: { name: true }, orderBy: { id: 'asc' } }, _count: { select: { posts: { where: { active: true } } } },
} as const;

export type ListedUnit = Awaited<ReturnType<typeof listUnits>>[number];

/** All units that are meant, of every kind or one. A city has a few hundred, so they are searched here and not by the database. */
export async function listUnits({ db }: Context, { kind, search, sort }: UnitFilter) {
  const units = await db.unit.findMany({ where: kind === '' ? {} : { kind }, select: LIST_PARTS, orderBy: sort === 'pinyin' ? { pinyin: 'asc' } : { sort: 'asc' } });
  return units.filter((unit) => matchesUnit(unit, search));
}

const SHOW_PARTS = {
  ...LIST_PARTS, phone: true, sort: true, version: true, parentId: true,
  parent: { select: { id: true, shortName: true } }, children: { select: { id: true, shortName: true }, orderBy: { sort: 'asc' } },
  duties: { select: { word: true }, orderBy: { id: 'asc' } },
  posts: { where: { active: true, account: { active: true } }, select: { role: true, title: true, account: { select: { name: true } } }, orderBy: { id: 'asc' } },
} as const;

export type UnitDetails = Awaited<ReturnType<typeof findUnit>>;

/** One unit with its names, duties, people and place. @throws NotFound */
export async function findUnit({ db }: Context, id: number) {
  const unit = await db.unit.findUnique({ where: { id }, select: SHOW_PARTS });
  if (unit === null) throw new NotFound('unit');
  return unit;
}
