import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { untilWritten } from '../kernel/db/until-written.ts';
import { PLAN_READERS, type PlanStatus } from './plan.ts';

/** The plan that is being carried out, for the bar at the top of every page: the newest running one that this person may read. */
export async function currentPlan({ db }: Context, { role }: Pick<Actor, 'role'>): Promise<{ title: string; href: string } | null> {
  if (!PLAN_READERS.some((reader) => reader === role)) return null;
  const plan = await untilWritten(db, 'current plan', async () => db.plan.findFirst({
    where: { status: 'running' satisfies PlanStatus }, select: { id: true, shortTitle: true }, orderBy: [{ startsOn: 'desc' }, { id: 'desc' }],
  }));
  return plan === null ? null : { title: plan.shortTitle, href: `/plans/${plan.id}` };
}
