import { randomBytes } from 'node:crypto';
import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { allOrNothing } from '../kernel/db/transaction.ts';
import { Forbidden, Refused } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { EXPORT_LIMIT } from '../tasks/ledger-export.ts';
import { filterHref, NO_FILTER, type LedgerFilter } from '../tasks/ledger-filter.ts';
import { ledgerRows } from '../tasks/ledger-queries.ts';
import { mayPress } from './press-policy.ts';
import type { SampleWish } from './sample-forms.ts';
import { drawLots } from './sampling.ts';
import { nextFormNumber } from './slip-number.ts';
import { INSPECTION_SERIES } from './verification.ts';

const SOURCES: Record<SampleWish['source'], Partial<LedgerFilter>> = { live: { live: true }, overdue: { overdue: true }, closed: { status: 'closed' } };

/** The list of tasks that a draw is made from. */
export const sourceFilter = ({ source, group }: Pick<SampleWish, 'source' | 'group'>): LedgerFilter => ({ ...NO_FILTER, ...SOURCES[source], group });

/**
 * Draws tasks to be verified at random (双随机). The seed is made by the machine at the draw and kept with the whole list, so that
 * nobody chooses whom to visit and everybody can repeat it. @throws Forbidden, Refused where there are fewer tasks than wanted
 */
export async function drawSample(context: Context, actor: Actor, wish: SampleWish): Promise<{ id: number; number: string }> {
  if (!mayPress(actor)) throw new Forbidden('supervision.why_not.verify');
  return allOrNothing(context, async (inside) => {
    const filter = sourceFilter(wish);
    const rows = (await ledgerRows(inside, actor, filter, EXPORT_LIMIT)).filter((row) => row.number !== null);
    if (rows.length < wish.size) throw new Refused([{ key: 'supervision.error.sample_too_large', values: { count: rows.length }, field: 'size' }]);
    const ids = new Map(rows.map((row) => [row.number ?? '', row.id]));
    const population = [...ids.keys()].sort();
    const seed = randomBytes(16).toString('hex');
    const drawn = drawLots(seed, population, wish.size);
    const number = await nextFormNumber(inside.db, INSPECTION_SERIES.sample.series, INSPECTION_SERIES.sample.mark, dayAt(context.clock));
    const { id } = await inside.db.sample.create({
      data: {
        number, purpose: wish.purpose, seed, filter: filterHref('/tasks', filter), population: JSON.stringify(population), size: wish.size, drawnAt: context.clock.now(), drawnById: actor.accountId,
        items: { create: drawn.map((name, rank) => ({ taskId: ids.get(name) ?? 0, rank: rank + 1 })) },
      },
    });
    await recordEvent(inside.db, context, actor, { event: 'sample.drawn', subject: `sample:${String(id)}`, data: { number, count: wish.size, of: population.length, seed, purpose: wish.purpose } });
    return { id, number };
  });
}
