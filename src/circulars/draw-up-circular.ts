import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { nextNumber, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, Refused } from '../kernel/errors.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { recordEvent } from '../audit/record-event.ts';
import { groupOf } from '../units/peer-group.ts';
import { countsOfMonth } from './circular-counts.ts';
import { itemsOf, sumOf, type Points } from './criteria.ts';

/** Working days during which a unit sees its entry and may object before the circular goes out (R30). */
export const TERM_DAYS = 2;

/** The rule set that was in force for a month. */
export const ruleSetFor = (db: Tx, month: string) => db.ruleSet.findFirst({ where: { status: 'adopted', fromMonth: { lte: month } }, orderBy: [{ fromMonth: 'desc' }, { id: 'desc' }] });

/** A supervisor has the month counted: the entries are frozen and shown to their units. @throws Forbidden, Refused */
export async function drawUpCircular(context: Context, actor: Actor, month: string): Promise<number> {
  if (actor.role !== 'supervisor') throw new Forbidden('circulars.why_not.draw_up');
  const today = dayAt(context.clock);
  if (month >= today.slice(0, 7)) throw new Refused([{ key: 'circulars.error.month_runs', field: 'month' }]);
  const counts = await countsOfMonth(context, month);
  return transaction(context, async (tx) => {
    const rules = await ruleSetFor(tx, month);
    if (rules === null) throw new Refused([{ key: 'circulars.error.no_rules', values: { month }, field: 'month' }]);
    if ((await tx.circular.count({ where: { month } })) > 0) throw new Refused([{ key: 'circulars.error.drawn_up', values: { month }, field: 'month' }]);
    const points = JSON.parse(rules.points) as Points;
    const units = await tx.unit.findMany({ where: { id: { in: [...counts.keys()] } }, select: { id: true, kind: true } });
    const year = today.slice(0, 4);
    const number = `长督报〔${year}〕${await nextNumber(tx, `circular/${year}`)}号`;
    const entries = units.flatMap(({ id: unitId, kind }) => {
      const own = counts.get(unitId);
      return own === undefined ? [] : [{ unitId, peers: groupOf(kind), items: itemsOf(own), points: sumOf(own, points), counts: JSON.stringify(own) }];
    });
    const { id } = await tx.circular.create({
      data: { number, month, ruleSetId: rules.id, status: 'shown', drawnUpById: actor.accountId, drawnUpAt: context.clock.now(), objectUntil: addWorkingDays(today, TERM_DAYS, context.calendar), entries: { create: entries } },
    });
    await recordEvent(tx, context, actor, { event: 'circular.drawn_up', subject: `circular:${String(id)}`, data: { number, month, count: entries.length } });
    return id;
  });
}
