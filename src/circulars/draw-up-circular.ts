import type { Actor } from '../kernel/actor.ts';
import { today as dayAt, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { nextNumber, transaction } from '../kernel/db/transaction.ts';
import { Forbidden, Refused } from '../kernel/errors.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { recordEvent } from '../audit/record-event.ts';
import { groupOf } from '../units/peer-group.ts';
import { CIRCULAR_LIFE } from './circular-lifecycle.ts';
import { mayDrawUp, whyNotCountable } from './circular-policy.ts';
import { countsOfMonth } from './circular-counts.ts';
import { itemsOf, sumOf, type Points } from './criteria.ts';

/** Working days during which a unit sees its entry and may object before the circular goes out (R30). */
export const TERM_DAYS = 2;

/** The rule set that was in force for a month. */
export const ruleSetFor = (db: Tx, month: string) => db.ruleSet.findFirst({ where: { status: 'adopted', fromMonth: { lte: month } }, orderBy: [{ fromMonth: 'desc' }, { id: 'desc' }] });

/** The rules by which a month is counted: asked before the counting and again inside the act. @throws Refused where the month cannot be counted (any more) */
async function rulesFor(db: Tx, month: string, today: Day): Promise<{ id: number; points: string }> {
  const rules = await ruleSetFor(db, month);
  const key = whyNotCountable({ month, rules, drawnUp: (await db.circular.count({ where: { month } })) > 0 }, today);
  if (key !== null || rules === null) throw new Refused([{ key: key ?? 'circulars.error.rules_in_force', values: { month }, field: 'month' }]);
  return rules;
}

/** A supervisor has the month counted: the entries are frozen and shown to their units. @throws Forbidden, Refused */
export async function drawUpCircular(context: Context, actor: Actor, month: string): Promise<number> {
  if (!mayDrawUp(actor)) throw new Forbidden('circulars.why_not.draw_up');
  const today = dayAt(context.clock);
  await rulesFor(context.db, month, today);
  const counts = await countsOfMonth(context, month);
  return transaction(context, async (tx) => {
    const rules = await rulesFor(tx, month, today);
    const { to, event } = CIRCULAR_LIFE.draw_up;
    const points = JSON.parse(rules.points) as Points;
    const units = await tx.unit.findMany({ where: { id: { in: [...counts.keys()] } }, select: { id: true, kind: true } });
    const year = today.slice(0, 4);
    const number = `长督报〔${year}〕${await nextNumber(tx, `circular/${year}`)}号`;
    const entries = units.flatMap(({ id: unitId, kind }) => {
      const own = counts.get(unitId);
      return own === undefined ? [] : [{ unitId, peers: groupOf(kind), items: itemsOf(own), points: sumOf(own, points), counts: JSON.stringify(own) }];
    });
    const { id } = await tx.circular.create({
      data: { number, month, ruleSetId: rules.id, status: to, drawnUpById: actor.accountId, drawnUpAt: context.clock.now(), objectUntil: addWorkingDays(today, TERM_DAYS, context.calendar), entries: { create: entries } },
    });
    await recordEvent(tx, context, actor, { event, subject: `circular:${String(id)}`, data: { number, month, count: entries.length } });
    return id;
  });
}
