import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { findActor, postsOf } from '../../src/accounts/account-queries.ts';
import { addPost } from '../../src/accounts/add-post.ts';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { DELEGABLE, delegationState } from '../../src/accounts/delegation.ts';
import { endPost } from '../../src/accounts/end-post.ts';
import { giveDelegation } from '../../src/accounts/give-delegation.ts';
import { revokeDelegation } from '../../src/accounts/revoke-delegation.ts';
import { timelineOf } from '../../src/audit/audit-queries.ts';
import type { Actor } from '../../src/kernel/actor.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { NotFound } from '../../src/kernel/errors.ts';
import { closeTask } from '../../src/tasks/close-task.ts';
import { submitTask } from '../../src/tasks/submit-task.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { Browser } from './visits.ts';

const WEEK = { startsOn: '2023-06-15', endsOn: '2023-06-21', reason: '赴京参会' };

test.each([['2023-06-14', 'coming'], ['2023-06-15', 'in_force'], ['2023-06-21', 'in_force'], ['2023-06-22', 'over']] as const)('on %s a delegation of that week is %s', (day, state) => {
  expect(delegationState({ ...WEEK, revokedAt: null }, day)).toBe(state);
  expect(delegationState({ ...WEEK, revokedAt: new Date() }, day)).toBe('revoked');
});

describe.each(databases)('a head delegates the post to the clerk on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let head: Actor;
  let clerk: Actor;
  const give = (wish: Partial<typeof WEEK> = {}, to = clerk.accountId): Promise<{ id: number }> => giveDelegation(context, head, { ...WEEK, ...wish, to });
  const acting = async (): Promise<Actor> => {
    const person = await findActor(context, clerk.accountId, head.postId);
    if (person === null) throw new Error('nobody acts in that post');
    return person;
  };
  const signedIn = async (login: string): Promise<Browser> => {
    const browser = new Browser(app);
    expect((await browser.signIn(login, DEMONSTRATION_PASSWORD)).status).toBe(303);
    return browser;
  };

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
    app = buildApp(context);
    [head, clerk] = [matter.person('shangwu-head'), matter.person('shangwu')];
  });
  afterEach(async () => {
    context.clock.set(instantAt('2023-06-15', '09:00'));
    await context.db.delegation.updateMany({ data: { revokedAt: instantAt('2023-01-01') } });
  });
  afterAll(() => context.done());

  test('who acts with an account of their own, in the head\'s post, in the head\'s name', async () => {
    await give();
    expect(await acting()).toMatchObject({ accountId: clerk.accountId, name: clerk.name, postId: head.postId, role: 'head', onBehalfOf: { accountId: head.accountId, name: head.name, until: '2023-06-21' } });
    expect((await postsOf(context, clerk.accountId)).map((p) => p.role)).toEqual(['clerk', 'head']);
  });

  test('through the pages: switching, what the header and the task\'s timeline say, and the end at midnight', async () => {
    await (await signedIn('shangwu-head')).post('/me/delegations', { ...WEEK, to: String(clerk.accountId) }, { from: '/me' });
    const browser = await signedIn('shangwu');
    expect((await browser.post('/me/post', { post: String(head.postId) }, { from: '/me' })).status).toBe(303);
    expect((await browser.get('/')).text).toContain(`代 ${head.name}，至 2023-06-21`);
    context.clock.set(instantAt('2023-06-21', '23:58'));
    const again = await signedIn('shangwu');
    await again.post('/me/post', { post: String(head.postId) }, { from: '/me' });
    context.clock.set(instantAt('2023-06-21', '23:59'));
    expect((await again.get('/me')).status).toBe(200);
    context.clock.set(instantAt('2023-06-22', '00:00'));
    expect([(await again.get('/me')).status, (await again.post('/me/language', { locale: 'en' }, { from: '/sign-in' })).status]).toEqual([303, 403]);
  });

  test('revoked, it is refused on the very next request', async () => {
    const { id } = await give();
    const browser = await signedIn('shangwu');
    await browser.post('/me/post', { post: String(head.postId) }, { from: '/me' });
    expect((await browser.get('/me')).status).toBe(200);
    await revokeDelegation(context, head, id);
    expect((await browser.get('/me')).status).toBe(303);
    await expect(revokeDelegation(context, clerk, id)).rejects.toThrow('accounts.error.not_delegable');
    await expect(revokeDelegation(context, matter.person('fagai-head'), id)).rejects.toThrow(NotFound);
  });

  test('every act carries in whose place it was done and until when', async () => {
    await give();
    await submitTask(context, await acting(), matter.taskId, { version: (await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } })).version, completion: '已完成' });
    const [event] = await timelineOf(context, `task:${String(matter.taskId)}`);
    expect(event).toMatchObject({ event: 'task.submitted', accountId: clerk.accountId, data: { onBehalfOf: { name: head.name, until: '2023-06-21' } } });
    expect((await (await signedIn('duchashi')).get(`/tasks/${String(matter.taskId)}`)).text).toContain(`${clerk.name}（代 ${head.name} 办理，至 2023-06-21）`);
  });

  test('neither of the two decides what the other handed in, in whichever post (four eyes)', async () => {
    await give();
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } });
    await addPost(context, matter.person('admin'), head.accountId, { unit: matter.unit('ducha'), role: 'supervisor', title: '督查员' });
    const [, supervising] = await postsOf(context, head.accountId);
    const person = await findActor(context, head.accountId, supervising?.postId ?? 0);
    if (person === null) throw new Error('the head has no second post');
    await expect(closeTask(context, person, matter.taskId, { version, standardMet: '1', note: '' })).rejects.toThrow('tasks.why_not.other_person');
    await endPost(context, matter.person('admin'), head.accountId, person.postId, { version: (await context.db.post.findUniqueOrThrow({ where: { id: person.postId } })).version });
  });

  test('it is never passed on', async () => {
    await give();
    await expect(giveDelegation(context, await acting(), { ...WEEK, to: head.accountId })).rejects.toThrow('accounts.error.not_passed_on');
  });

  test.each([
    ['to somebody of another unit', {}, 'fagai', 'accounts.error.not_a_colleague'], ['to oneself', {}, 'shangwu-head', 'accounts.error.not_a_colleague'],
    ['backwards', { endsOn: '2023-06-14' }, 'shangwu', 'accounts.error.delegation_backwards'], ['for the past', { startsOn: '2023-06-14' }, 'shangwu', 'accounts.error.delegation_past'],
    ['for a year', { endsOn: '2024-06-14' }, 'shangwu', 'accounts.error.delegation_long'],
  ] as const)('not %s', async (_what, wish, to, complaint) => {
    await expect(give(wish, matter.person(to).accountId)).rejects.toMatchObject({ complaints: [{ key: complaint }] });
  });

  test('not twice for the same days, also when both are sent at once', async () => {
    const results = await Promise.allSettled([give(), give()]);
    expect(results.map((r) => r.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  test.each(['shangwu', 'duchayuan', 'shenji', 'admin'])('%s has no post that can be lent', async (login) => {
    expect(DELEGABLE).not.toContain(matter.person(login).role);
    await expect(giveDelegation(context, matter.person(login), { ...WEEK, to: head.accountId })).rejects.toThrow('accounts.error.not_delegable');
  });

  test('it falls with the post it is of, and with the last post of whoever stands in', async () => {
    await give();
    for (const postId of [head.postId, clerk.postId]) {
      await context.db.post.update({ where: { id: postId }, data: { active: false } });
      expect(await findActor(context, clerk.accountId, head.postId)).toBeNull();
      await context.db.post.update({ where: { id: postId }, data: { active: true } });
    }
    expect(await findActor(context, clerk.accountId, head.postId)).not.toBeNull();
  });
});
