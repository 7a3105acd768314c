import fs from 'node:fs';
import path from 'node:path';
import chineseDays from 'chinese-days';
import { pinyin } from 'pinyin-pro';
import type { Context } from '../../src/kernel/context.ts';
import { addDays } from '../../src/kernel/days.ts';
import { isWorkingDay } from '../../src/kernel/working-days.ts';

interface ReferenceUnit { code: string; name: string; shortName: string; kind: string; parent?: string; aliases: string[]; duties: string[] }

const FIRST_DAY = '2021-01-01';
const LAST_DAY = '2026-12-31'; // the last year for which the State Council's calendar is in the package

/** What every installation for Changsha starts from: its units and the calendar of working days. */
export async function seedReference(context: Context): Promise<void> {
  await seedCalendar(context);
  await seedUnits(context);
}

async function seedCalendar({ db }: Context): Promise<void> {
  const days: { day: string; kind: string; name: string }[] = [];
  for (let day = FIRST_DAY; day <= LAST_DAY; day = addDays(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day);
    if (work !== isWorkingDay(day, new Map())) days.push({ day, kind: work ? 'workday' : 'holiday', name: name.split(',')[1] ?? name });
  }
  await db.calendarDay.createMany({ data: days });
}

async function seedUnits({ db }: Context): Promise<void> {
  const file = path.join(import.meta.dirname, 'units.json');
  const { units } = JSON.parse(fs.readFileSync(file, 'utf8')) as { units: ReferenceUnit[] };
  await db.unit.createMany({
    data: units.map((unit, sort) => ({
      code: unit.code, name: unit.name, shortName: unit.shortName, kind: unit.kind, sort,
      pinyin: pinyin(unit.shortName, { toneType: 'none', type: 'array' }).join(' '),
      initials: pinyin(unit.shortName, { pattern: 'first', toneType: 'none', type: 'array' }).join(''),
    })),
  });
  const ids = new Map((await db.unit.findMany({ select: { id: true, code: true } })).map((u) => [u.code, u.id]));
  const idOf = (code: string): number => ids.get(code) ?? 0;
  for (const unit of units) if (unit.parent) await db.unit.update({ where: { code: unit.code }, data: { parentId: idOf(unit.parent) } });
  const names = new Set(units.flatMap((u) => [u.name, u.shortName]));
  await db.unitAlias.createMany({ data: units.flatMap((u) => u.aliases.filter((name) => !names.has(name)).map((name) => ({ unitId: idOf(u.code), name }))) });
  await db.unitDuty.createMany({ data: units.flatMap((u) => [...new Set(u.duties)].map((word) => ({ unitId: idOf(u.code), word }))) });
}
