import { postsOf } from '../../src/accounts/account-queries.ts';
import { readConfig } from '../../src/config.ts';
import type { Context } from '../../src/kernel/context.ts';
import { openContext } from '../../src/kernel/open-context.ts';
import { seedCast } from '../../prisma/seeds/cast.ts';
import { seedPlan } from '../../prisma/seeds/plan.ts';
import { seedReference } from '../../prisma/seeds/reference.ts';
import { fillLargeCity } from './fill.ts';

/** The large city in the folder that the settings name, filled where it is not there yet. */
export async function openLargeCity(settings: Record<string, string>): Promise<Context> {
  const context = await openContext(readConfig(settings));
  if ((await context.db.plan.count()) > 0) return context;
  await seedReference(context);
  await seedCast(context);
  const account = await context.db.account.findUniqueOrThrow({ where: { login: 'duchashi' } });
  const [actor] = await postsOf(context, account.id);
  if (actor === undefined) throw new Error('the supervisor has no post');
  const started = performance.now();
  const planId = await seedPlan(context, actor);
  process.stdout.write(`import of the plan, text to published: ${Math.round(performance.now() - started)} ms\n`);
  await fillLargeCity(context, planId);
  return context;
}
