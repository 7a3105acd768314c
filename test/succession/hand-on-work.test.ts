import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { createAccount } from '../../src/accounts/create-account.ts';
import { disableAccount } from '../../src/accounts/change-account.ts';
import { giveDelegation } from '../../src/accounts/give-delegation.ts';
import { timelineOf } from '../../src/audit/audit-queries.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { Conflict, NotFound, Refused } from '../../src/kernel/errors.ts';
import { saveFiling } from '../../src/filings/save-filing.ts';
import { handOnWork } from '../../src/succession/hand-on-work.ts';
import { BACK_TO_UNIT, keyOf, type HeldItem, type Successor } from '../../src/succession/held-work.ts';
import { countWaiting } from '../../src/dashboards/count-waiting.ts';
import { heldItems, holdingsOf, strandedIn } from '../../src/succession/held-work-queries.ts';
import { leavePost } from '../../src/succession/leave-post.ts';
import { handInside } from '../../src/tasks/hand-inside.ts';
import { words } from '../filings/desk.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

describe.each(databases)('people move and their work is handed on, on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let shangwu: number;
  let clerk: number;
  let colleague: number;
  const held = (accountId: number): Promise<HeldItem[]> => heldItems(context, shangwu, accountId);
  const kinds = async (accountId: number): Promise<string[]> => (await held(accountId)).map((i) => i.kind);
  const handOn = async (login: string, from: number, to: Successor): Promise<void> =>
    handOnWork(context, matter.person(login), shangwu, { from, to, items: (await held(from)).map(keyOf), reason: '轮岗' });
  const leave = async (accountId: number, over: { to?: Successor; items?: string[]; reason?: string } = {}): Promise<void> => {
    const post = await context.db.post.findFirstOrThrow({ where: { accountId, unitId: shangwu, active: true } });
    await leavePost(context, matter.person('admin'), accountId, post.id, { version: post.version, to: null, items: (await held(accountId)).map(keyOf), reason: '借调', ...over });
  };

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    app = buildApp(context);
    shangwu = matter.unit('shangwu');
    clerk = matter.person('shangwu').accountId;
    colleague = (await createAccount(context, matter.person('admin'), { login: 'shangwu-2', name: '罗一鸣', unit: shangwu, role: 'clerk', title: '科员' })).accountId;
    const branch = await context.db.assignment.findFirstOrThrow({ where: { taskId: matter.taskId, unitId: shangwu } });
    await handInside(context, matter.person('shangwu-head'), matter.taskId, branch.id, { version: branch.version, office: '市场处', accountId: clerk, note: '' });
    await saveFiling(context, matter.person('shangwu'), { taskId: matter.taskId, period: '2023-05' }, words('2023-05'));
    await giveDelegation(context, matter.person('shangwu-head'), { to: clerk, startsOn: '2023-06-15', endsOn: '2023-06-21', reason: '赴京参会' });
  });
  afterAll(() => context.done());

  test('a head sees who of the unit has what in hand; another unit\'s is not there', async () => {
    const { holdings } = await holdingsOf(context, matter.person('shangwu-head'), shangwu);
    expect(holdings.map((h) => [h.accountId, h.items.map((i) => i.kind), h.stranded])).toContainEqual([clerk, ['handling', 'draft'], 0]);
    expect(await failureOf(holdingsOf(context, matter.person('fagai-head'), shangwu))).toBeInstanceOf(NotFound);
    expect(await failureOf(holdingsOf(context, matter.person('shangwu'), shangwu))).toBeInstanceOf(NotFound);
    expect(await failureOf(handOnWork(context, matter.person('fagai-head'), shangwu, { from: matter.person('shangwu').accountId, to: 'unit', items: [], reason: '代管' }))).toBeInstanceOf(NotFound);
  });

  test('no post ends silently: without a successor, a reason or a look at the list it goes on', async () => {
    expect(await failureOf(leave(clerk))).toBeInstanceOf(Refused);
    expect(await failureOf(leave(clerk, { to: BACK_TO_UNIT, reason: '' }))).toBeInstanceOf(Refused);
    expect(await failureOf(leave(clerk, { to: BACK_TO_UNIT, items: [] }))).toBeInstanceOf(Conflict);
    expect(await failureOf(leave(clerk, { to: matter.person('fagai').accountId }))).toBeInstanceOf(Refused);
    expect(await kinds(clerk)).toEqual(['handling', 'draft']);
  });

  test('through the page: the administrator sees numbers, the head titles; a wrong wish is shown again', async () => {
    const { postId } = matter.person('shangwu');
    const [admin, head] = [await signInAs(app, 'admin'), await signInAs(app, 'shangwu-head')];
    const page = (await admin.get(`/accounts/${clerk}/posts/${postId}/ending`)).text;
    expect(page).toContain('名下未办结事项 2 项');
    expect(page).not.toContain('建设国际消费中心城市');
    expect((await head.get('/work')).text).toContain('建设国际消费中心城市');
    const items = (await held(clerk)).map(keyOf);
    expect((await head.post(`/units/${shangwu}/succession`, { from: String(clerk), to: '', items, reason: '轮岗' })).status).toBe(422);
    expect((await admin.post(`/accounts/${clerk}/posts/${postId}/ending`, { version: '1', items, to: '', reason: '借调' })).status).toBe(422);
  });

  test('branch and draft go to the colleague with the end of the post; who wrote what stays, the delegation is over', async () => {
    await leave(clerk, { to: colleague });
    expect([await kinds(clerk), await kinds(colleague)]).toEqual([[], ['handling', 'draft']]);
    const draft = await context.db.filing.findFirstOrThrow({ where: { period: '2023-05' } });
    expect([draft.draftedById, JSON.parse(draft.writerIds)]).toEqual([clerk, [clerk]]);
    expect(await context.db.delegation.count({ where: { revokedAt: null } })).toBe(0);
    const events = (await timelineOf(context, `task:${matter.taskId}`)).map((e) => e.event);
    expect(events).toEqual(expect.arrayContaining(['assignment.handed_on', 'filing.handed_on']));
  });

  test('a disabled colleague\'s work stands on the head\'s desk until it is handed on, here back to the unit: the office stays', async () => {
    const { version } = await context.db.account.findUniqueOrThrow({ where: { id: colleague } });
    await disableAccount(context, matter.person('admin'), colleague, { version });
    expect([...(await strandedIn(context, shangwu))]).toEqual([[colleague, 2]]);
    const waiting = await countWaiting(context, matter.person('shangwu-head'));
    expect((await (await signInAs(app, 'shangwu-head')).get('/')).text).toContain('离岗人员名下待交接');
    await handOn('shangwu-head', colleague, BACK_TO_UNIT);
    expect((await strandedIn(context, shangwu)).size).toBe(0);
    expect(await countWaiting(context, matter.person('shangwu-head'))).toBe(waiting - 1);
    expect(await context.db.handling.findMany({ where: { endedAt: null }, select: { office: true, accountId: true } })).toEqual([{ office: '市场处', accountId: null }]);
  });

  test('what was handed on before cannot be handed on again', async () => {
    const wish = { from: colleague, to: BACK_TO_UNIT, items: ['draft-1'], reason: '轮岗' } as const;
    expect(await failureOf(handOnWork(context, matter.person('shangwu-head'), shangwu, { ...wish, items: [...wish.items] }))).toBeInstanceOf(Conflict);
  });

  test('supervision of a task goes to a supervisor only, and the reviewer\'s days are booked to them from then on', async () => {
    const [unit, items] = [matter.person('duchashi').unitId, [`charge-${matter.taskId}`]];
    const [from, to] = [matter.person('duchashi').accountId, matter.person('duchashi2').accountId];
    context.clock.set(instantAt('2023-06-16', '09:00'));
    expect(await failureOf(handOnWork(context, matter.person('duchashi'), unit, { from, to: BACK_TO_UNIT, items, reason: '轮岗' }))).toBeInstanceOf(Refused);
    expect(await failureOf(handOnWork(context, matter.person('duchashi'), unit, { from, to: matter.person('duchayuan').accountId, items, reason: '轮岗' }))).toBeInstanceOf(Refused);
    await handOnWork(context, matter.person('duchashi'), unit, { from, to, items, reason: '轮岗' });
    expect((await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } })).supervisorId).toBe(to);
  });
});
