import fs from 'node:fs';
import path from 'node:path';
import { findActor, postsOf } from '../../src/accounts/account-queries.ts';
import { addPost } from '../../src/accounts/add-post.ts';
import { giveDelegation } from '../../src/accounts/give-delegation.ts';
import { root } from '../../src/config.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { Forbidden } from '../../src/kernel/errors.ts';
import { confirmEnding } from '../../src/tasks/confirm-ending.ts';
import { proposeEnding } from '../../src/tasks/propose-ending.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { CHECKS, type Check } from './four-eyes.ts';

/** Two that are one pair of eyes, and every way in which either of them may come to decide. */
interface Pair { accounts: number[]; deciders: Actor[] }

const WEEK = { startsOn: '2023-06-15', endsOn: '2023-06-21', reason: '赴京参会' };

describe.each(databases)('one pair of eyes on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let pairs: Record<Check['as'], Pair>;

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context, { districtIds: [], supportIds: [] });
    const [zhou, chen, leader, head, clerk] = ['duchashi', 'duchashi2', 'shizhang', 'shangwu-head', 'shangwu'].map(matter.person) as [Actor, Actor, Actor, Actor, Actor];
    await addPost(context, matter.person('admin'), zhou.accountId, { unit: leader.unitId, role: 'clerk', title: '秘书' }); // a colleague of the leader's too
    for (const [from, to] of [[chen, zhou], [leader, zhou], [head, clerk]] as const) await giveDelegation(context, from, { ...WEEK, to: to.accountId });
    const [inPerson, forChen, chenAgain, forLeader] = [await acting(zhou, zhou), await acting(zhou, chen), await acting(chen, chen), await acting(zhou, leader)];
    pairs = {
      supervisor: { accounts: [zhou.accountId, chen.accountId], deciders: [inPerson, forChen, chenAgain] },
      leader: { accounts: [zhou.accountId, leader.accountId], deciders: [forLeader, await acting(leader, leader)] },
      head: { accounts: [head.accountId, clerk.accountId], deciders: [await acting(clerk, head), await acting(head, head)] },
    };
  });
  afterAll(() => context.done());

  /** The first person in the post of the second, as a request finds them. */
  async function acting(person: Actor, post: Actor): Promise<Actor> {
    const found = await findActor(context, person.accountId, post.postId);
    if (found === null) throw new Error(`${person.name} does not act in the post of ${post.name}`);
    return found;
  }

  test.each(CHECKS)('$as: nobody may $title of their own, in person or in whoever\'s place', ({ as, why }) => {
    const { accounts, deciders } = pairs[as];
    for (const step of accounts) expect(deciders.filter((actor) => why(actor, step) === null)).toEqual([]);
    expect(deciders.map((actor) => why(actor, matter.person('fagai-head').accountId))).toEqual(deciders.map(() => null));
  });

  test('through the verb: proposed in person, it is not confirmed in the absent colleague\'s place, nor by the colleague back again for a month', async () => {
    const [zhou, chen] = [matter.person('duchashi'), matter.person('duchashi2')];
    const version = async (): Promise<number> => (await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } })).version;
    const confirm = async (actor: Actor): Promise<void> => confirmEnding(context, actor, matter.taskId, { version: await version(), remark: '' });
    await proposeEnding(context, zhou, matter.taskId, { version: await version(), kind: 'withdraw', reason: '机构调整', survivor: '' });
    await expect(confirm(await acting(zhou, chen))).rejects.toThrow(Forbidden);
    context.clock.set(instantAt('2023-07-20', '10:00'));
    await expect(confirm(await acting(chen, chen))).rejects.toThrow(Forbidden);
    context.clock.set(instantAt('2023-07-22', '10:00'));
    await confirm(await acting(chen, chen));
  });

  test('who stands in for the head counts as the head also in another post of their own', async () => {
    context.clock.set(instantAt('2023-06-15', '10:00'));
    const clerk = matter.person('shangwu');
    await addPost(context, matter.person('admin'), clerk.accountId, { unit: matter.unit('ducha'), role: 'supervisor', title: '借调督查员' });
    const supervising = (await postsOf(context, clerk.accountId)).find((post) => post.role === 'supervisor') ?? clerk;
    expect((await acting(clerk, supervising)).eyesWith).toEqual([matter.person('shangwu-head').accountId]);
  });
});

test('every policy that asks whose step it was is asked here', () => {
  const files = fs.readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-policy.ts') && fs.readFileSync(path.join(root, 'src', file), 'utf8').includes('isOwnStep('));
  expect([...new Set(CHECKS.map(({ file }) => file))].sort()).toEqual(files.sort());
});
