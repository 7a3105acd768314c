import { addDays } from '../../../src/kernel/days.ts';
import { disableAccount } from '../../../src/accounts/change-account.ts';
import { keyOf } from '../../../src/succession/held-work.ts';
import { heldItems } from '../../../src/succession/held-work-queries.ts';
import { leavePost } from '../../../src/succession/leave-post.ts';
import { handInside } from '../../../src/tasks/hand-inside.ts';
import type { Stage } from './stage.ts';

/** Two young colleagues are given branches; one is seconded and hands on what is in hand, the other's account is disabled before anybody thinks of it. */
export function tellMovingPeople(stage: Stage): void {
  const { agenda, today } = stage;
  agenda.on(addDays(today, -30), async () => {
    await giveBranches(stage, 'fagai', 3);
    await giveBranches(stage, 'shangwu', 2);
  });
  agenda.on(addDays(today, -7), () => secondAway(stage, 'fagai'));
  agenda.on(addDays(today, -3), () => disable(stage, 'shangwu'));
}

const colleagueOf = ({ agenda: { context } }: Stage, unit: string) => context.db.account.findUniqueOrThrow({ where: { login: `${unit}-2` }, select: { id: true, version: true, posts: { select: { id: true, version: true } } } });

async function giveBranches(stage: Stage, unit: string, count: number): Promise<void> {
  const { agenda: { context }, people, units } = stage;
  const unitId = units.get(unit)?.id ?? 0;
  const { id: accountId } = await colleagueOf(stage, unit);
  const branches = await context.db.assignment.findMany({ where: { unitId, role: 'lead', signedAt: { not: null }, handlings: { none: {} }, task: { status: 'underway', parentId: null } }, orderBy: { id: 'desc' }, take: count, select: { id: true, taskId: true, version: true } });
  for (const { id, taskId, version } of branches) await handInside(context, people.of('head', unitId), taskId, id, { version, office: '综合处', accountId, note: '' });
}

async function secondAway(stage: Stage, unit: string): Promise<void> {
  const { agenda: { context }, people, units } = stage;
  const unitId = units.get(unit)?.id ?? 0;
  const { id, posts: [post] } = await colleagueOf(stage, unit);
  if (post === undefined) return;
  const items = (await heldItems(context, unitId, id)).map(keyOf);
  await leavePost(context, people.any('admin'), id, post.id, { version: post.version, to: people.of('clerk', unitId).accountId, items, reason: '借调省发展改革委' });
}

async function disable(stage: Stage, unit: string): Promise<void> {
  const { id, version } = await colleagueOf(stage, unit);
  await disableAccount(stage.agenda.context, stage.people.any('admin'), id, { version });
}
