import fs from 'node:fs';
import path from 'node:path';
import { root } from '../config.ts';
import type { Context } from '../kernel/context.ts';
import type { UnitForReading } from './unit-queries.ts';
import { spellingOf } from './unit-spelling.ts';

type ListedUnit = UnitForReading & { parent?: string };

/** The organisation of Changsha that comes with the project, into a database without units. @returns how many */
export async function seedUnits({ db }: Context): Promise<number> {
  const file = path.join(root, 'prisma/seeds/units.json');
  const { units } = JSON.parse(fs.readFileSync(file, 'utf8')) as { units: ListedUnit[] };
  await db.unit.createMany({ data: units.map(({ code, name, shortName, kind }, sort) => ({ code, name, shortName, kind, sort, ...spellingOf(shortName) })) });
  const ids = new Map((await db.unit.findMany({ select: { id: true, code: true } })).map((u) => [u.code, u.id]));
  const idOf = (code: string): number => {
    const id = ids.get(code);
    if (id === undefined) throw new Error(`units.json names a unit that it does not list: ${code}`);
    return id;
  };
  for (const { code, parent } of units) if (parent !== undefined) await db.unit.update({ where: { code }, data: { parentId: idOf(parent) } });
  const names = new Set(units.flatMap((u) => [u.name, u.shortName]));
  await db.unitAlias.createMany({ data: units.flatMap((u) => u.aliases.filter((name) => !names.has(name)).map((name) => ({ unitId: idOf(u.code), name }))) });
  await db.unitDuty.createMany({ data: units.flatMap((u) => [...new Set(u.duties)].map((word) => ({ unitId: idOf(u.code), word }))) });
  return units.length;
}
