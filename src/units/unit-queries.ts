import type { Context } from '../kernel/context.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import { isDistrict, type UnitName } from './unit.ts';

// Units are known to everybody who is signed in, so nothing is scoped here: the route's gate is enough.

const NAME_PARTS = { id: true, code: true, shortName: true, initials: true, kind: true } as const;

const districtsLast = (units: UnitName[]): UnitName[] => [...units.filter((u) => !isDistrict(u)), ...units.filter(isDistrict)];

/** The units that can be chosen today: bureaus in their usual order, then the districts. */
export function unitChoices({ db }: Context): Promise<UnitName[]> {
  return untilWritten(db, 'unit choices', async () => districtsLast(await db.unit.findMany({ where: { active: true }, select: NAME_PARTS, orderBy: [{ sort: 'asc' }, { id: 'asc' }] })));
}

/** Names by id, dissolved units too: what they once did still bears their name. */
export async function findUnitsByIds({ db }: Context, ids: readonly number[]): Promise<Map<number, UnitName>> {
  const units = await db.unit.findMany({ where: { id: { in: [...new Set(ids)] } }, select: NAME_PARTS });
  return new Map(units.map((unit) => [unit.id, unit]));
}

/** Names by code, dissolved units too: a plan's reading names units by their codes. */
export async function unitsByCode({ db }: Context): Promise<Map<string, UnitName>> {
  const units = await db.unit.findMany({ select: NAME_PARTS });
  return new Map(units.map((unit) => [unit.code, unit]));
}

/** The districts (区县市) of today: who receives a child task when a task is fanned out. */
export async function districtUnits({ db }: Context): Promise<UnitName[]> {
  return db.unit.findMany({ where: { active: true, kind: 'district' }, select: NAME_PARTS, orderBy: [{ sort: 'asc' }, { id: 'asc' }] });
}

/** A unit with all that a plan's text may call it and the words that point to it. */
export interface UnitForReading {
  code: string;
  name: string;
  shortName: string;
  kind: string;
  aliases: string[];
  duties: string[];
}

/** What the reader of plan documents is told about this installation's units. */
export async function referenceUnits({ db }: Context): Promise<UnitForReading[]> {
  const units = await db.unit.findMany({
    where: { active: true },
    select: { code: true, name: true, shortName: true, kind: true, aliases: { select: { name: true } }, duties: { select: { word: true }, orderBy: { id: 'asc' } } },
    orderBy: [{ sort: 'asc' }, { id: 'asc' }],
  });
  return units.map((unit) => ({ ...unit, aliases: unit.aliases.map((a) => a.name), duties: unit.duties.map((d) => d.word) }));
}
