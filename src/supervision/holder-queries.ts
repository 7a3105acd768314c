import type { Actor } from '../kernel/actor.ts';
import { instantAt, today as dayAt, type Day } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { addMonths } from '../kernel/days.ts';
import { bookDays, elapsedOf, type HeldDays } from '../tasks/holder-days.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { LIVE_STATUSES } from '../tasks/task.ts';
import { namesOf } from '../tasks/task-queries.ts';
import type { HolderKey } from './holder-sums.ts';

/** A stretch of days with the task that they belong to. */
export interface HeldOfTask extends HeldDays {
  task: { id: number; number: string | null; title: string };
}

const later = (a: Day, b: Day): Day => (a > b ? a : b);
const sooner = (a: Day, b: Day): Day => (a < b ? a : b);

/** Every day between the first and the last month of every task that this person may see, booked to its holder. */
export async function heldInMonths({ db, clock }: Context, actor: Actor, months: readonly string[]): Promise<HeldOfTask[]> {
  const from = `${months[0] ?? ''}-01`;
  const to = sooner(addMonths(`${months.at(-1) ?? ''}-01`, 1), dayAt(clock));
  const since = { OR: [{ until: null }, { until: { gte: instantAt(from) } }] };
  const tasks = await db.task.findMany({
    where: { issuedAt: { lt: instantAt(to) }, AND: [visibleTo(actor), { OR: [{ status: { in: [...LIVE_STATUSES, 'suspended'] } }, { holderSpans: { some: since } }] }] },
    select: { id: true, number: true, title: true, status: true, issuedAt: true, holderSpans: { where: since, orderBy: { id: 'asc' } } },
    orderBy: { id: 'asc' },
  });
  return tasks.flatMap(({ holderSpans, ...task }) => {
    const elapsed = elapsedOf(task, holderSpans, to);
    return elapsed === null ? [] : bookDays(holderSpans, later(elapsed.from, from), elapsed.to).map((held) => ({ ...held, task }));
  });
}

/** The names of holders: units by their short name, supervisors by theirs; the others are words of the interface. */
export async function holderNames(context: Context, keys: readonly HolderKey[]): Promise<Map<HolderKey, string>> {
  const idsOf = (kind: string): number[] => keys.filter((k) => k.startsWith(`${kind}-`)).map((k) => Number(k.slice(kind.length + 1)));
  const units = await context.db.unit.findMany({ where: { id: { in: idsOf('unit') } }, select: { id: true, shortName: true } });
  const people = await namesOf(context, idsOf('person'));
  return new Map([...units.map((u) => [`unit-${String(u.id)}`, u.shortName] as const), ...[...people].map(([id, name]) => [`person-${String(id)}`, name] as const)]);
}
