import { recordEvent } from '../audit/record-event.ts';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { isUniqueViolation, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound, Refused } from '../kernel/errors.ts';

export interface Naming { unitId: number; name: string }

/**
 * Notes that a document calls a unit by another name, so that every later reading knows whom it means. Whoever imports plans may do it;
 * everything else about a unit is the administrator's. @throws Forbidden, NotFound, Refused where another unit bears the name
 */
export async function nameUnit(context: Context, actor: Actor, { unitId, name }: Naming): Promise<void> {
  if (actor.role !== 'supervisor' && actor.role !== 'admin') throw new Forbidden('units.error.naming');
  await transaction(context, async (tx) => {
    const unit = await tx.unit.findUnique({ where: { id: unitId, active: true }, select: { shortName: true } });
    if (unit === null) throw new NotFound('unit');
    const taken = await tx.unit.findFirst({ where: { OR: [{ name }, { shortName: name }, { aliases: { some: { name } } }] }, select: { shortName: true } });
    if (taken !== null) throw new Refused([{ key: 'units.error.taken_by', values: { name, unit: taken.shortName }, field: 'unitId' }]);
    await tx.unitAlias.create({ data: { unitId, name } });
    await recordEvent(tx, context, actor, { event: 'unit.alias_added', subject: `unit:${unitId}`, data: { name: unit.shortName, alias: name } });
  }).catch((error: unknown) => {
    throw isUniqueViolation(error) ? new Refused([{ key: 'units.error.name_taken', field: 'unitId' }]) : error;
  });
}
