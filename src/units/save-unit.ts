import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { expectChanged, isUniqueViolation, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound, Refused } from '../kernel/errors.ts';
import type { NewUnit, UnitChange } from './unit-forms.ts';
import { spellingOf } from './unit-spelling.ts';

/** @throws Forbidden, Refused */
export async function createUnit(context: Context, actor: Actor, input: NewUnit): Promise<number> {
  requireAdmin(actor);
  return transaction(context, async (tx) => {
    await requireFreeNames(tx, null, input);
    await requirePlace(tx, null, input.parent);
    const { _max } = await tx.unit.aggregate({ _max: { sort: true } });
    const { id } = await tx.unit.create({ data: { ...columnsOf(input), code: await freeCode(tx, input.shortName), sort: (_max.sort ?? 0) + 1 }, select: { id: true } });
    await writeLists(tx, id, input);
    await recordEvent(tx, context, actor, { event: 'unit.created', subject: `unit:${id}`, data: { name: input.shortName, kind: input.kind } });
    return id;
  }).catch(rewordTaken);
}

/** Names, place, aliases, duties, and whether the unit still exists; what it did keeps its name. @throws Forbidden, Refused, NotFound, Conflict */
export async function changeUnit(context: Context, actor: Actor, id: number, input: UnitChange): Promise<void> {
  requireAdmin(actor);
  await transaction(context, async (tx) => {
    const before = await tx.unit.findUnique({ where: { id }, select: { name: true, shortName: true, kind: true, active: true } });
    if (before === null) throw new NotFound('unit');
    await requireFreeNames(tx, id, input);
    await requirePlace(tx, id, input.parent);
    const after = { ...columnsOf(input), active: input.active };
    expectChanged(await tx.unit.updateMany({ where: { id, version: input.version }, data: { ...after, version: { increment: 1 } } }));
    await writeLists(tx, id, input);
    const { name, shortName, kind, active } = after;
    await recordEvent(tx, context, actor, { event: 'unit.changed', subject: `unit:${id}`, data: { name: before.shortName, before, after: { name, shortName, kind, active } } });
  }).catch(rewordTaken);
}

function requireAdmin(actor: Actor): void {
  if (actor.role !== 'admin') throw new Forbidden('units.error.admin_only');
}

const columnsOf = ({ name, shortName, kind, parent, phone }: NewUnit) => ({ name, shortName, kind, parentId: parent, phone, ...spellingOf(shortName) });

const rewordTaken = (error: unknown): never => {
  throw isUniqueViolation(error) ? new Refused([{ key: 'units.error.name_taken', field: 'name' }]) : error;
};

/** No text may mean two units: neither by name, short name nor alias. */
async function requireFreeNames(tx: Tx, id: number | null, { name, shortName, aliases }: NewUnit): Promise<void> {
  const names = [name, shortName, ...aliases];
  const others = id === null ? {} : { id: { not: id } };
  const taken = await tx.unit.findFirst({
    where: { ...others, OR: [{ name: { in: names } }, { shortName: { in: names } }, { aliases: { some: { name: { in: names } } } }] },
    select: { name: true, shortName: true, aliases: { select: { name: true } } },
  });
  if (taken === null) return;
  const theirs = new Set([taken.name, taken.shortName, ...taken.aliases.map((a) => a.name)]);
  const [field, which] = theirs.has(name) ? ['name', name] : theirs.has(shortName) ? ['shortName', shortName] : ['aliases', aliases.find((alias) => theirs.has(alias)) ?? ''];
  throw new Refused([{ key: 'units.error.taken_by', values: { name: which, unit: taken.shortName }, field }]);
}

/** A unit stands under another one, never under itself or a unit of its own. */
async function requirePlace(tx: Tx, id: number | null, parent: number | null): Promise<void> {
  for (let at = parent; at !== null; ) {
    const above = await tx.unit.findUnique({ where: { id: at }, select: { parentId: true } });
    if (above === null || at === id) throw new Refused([{ key: 'units.error.parent', field: 'parent' }]);
    at = above.parentId;
  }
}

async function writeLists(tx: Tx, unitId: number, { name, shortName, aliases, duties }: NewUnit): Promise<void> {
  await tx.unitAlias.deleteMany({ where: { unitId } });
  await tx.unitDuty.deleteMany({ where: { unitId } });
  await tx.unitAlias.createMany({ data: aliases.filter((alias) => alias !== name && alias !== shortName).map((alias) => ({ unitId, name: alias })) });
  await tx.unitDuty.createMany({ data: duties.map((word) => ({ unitId, word })) });
}

/** First letters of the short name, with a number where another unit has them. */
async function freeCode(tx: Tx, shortName: string): Promise<string> {
  const base = spellingOf(shortName).initials || 'unit';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}-${number}`;
    if ((await tx.unit.findUnique({ where: { code }, select: { id: true } })) === null) return code;
  }
}
