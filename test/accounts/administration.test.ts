import { addPost } from '../../src/accounts/add-post.ts';
import { disableAccount, enableAccount, renameAccount, unlockAccount } from '../../src/accounts/change-account.ts';
import { createAccount } from '../../src/accounts/create-account.ts';
import { endPost } from '../../src/accounts/end-post.ts';
import { resetPassword } from '../../src/accounts/reset-password.ts';
import { signIn } from '../../src/accounts/sign-in.ts';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { Conflict, Forbidden } from '../../src/kernel/errors.ts';
import { assembleCast, type Cast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe.each(databases)('the administrator on %s', (kind) => {
  let context: TestContext;
  let cast: Cast;
  beforeEach(async () => {
    context = await testContext(kind);
    cast = await assembleCast(context);
  });
  afterEach(() => context.done());

  const admin = () => cast.person('admin');
  const idOf = (login: string): number => cast.person(login).accountId;
  const eventsOf = async (accountId: number): Promise<string[]> => (await context.db.auditEvent.findMany({ where: { subject: `account:${accountId}`, event: { notIn: ['account.signed_in', 'account.sign_in_failed'] } }, orderBy: { seq: 'asc' } })).map((e) => e.event);
  const newcomer = () => ({ login: 'xinren', name: '新人', unit: cast.unit('shangwu'), role: 'clerk' as const, title: '联络员' });

  test('makes an account with its first post; the password works once and must be changed', async () => {
    const { accountId, password } = await createAccount(context, admin(), newcomer());
    expect(await signIn(context, 'xinren', password, '')).toMatchObject({ person: { name: '新人', unitName: '市商务局', role: 'clerk', mustChangePassword: true } });
    expect(await eventsOf(accountId)).toEqual(['account.created', 'post.created']);
    const kept = JSON.stringify([await context.db.auditEvent.findMany(), await context.db.account.findMany()]);
    expect(kept).not.toContain(password);
  });

  test('is told when the user name is taken or the unit is gone, and nothing is half made', async () => {
    await expect(createAccount(context, admin(), { ...newcomer(), login: 'shangwu' })).rejects.toMatchObject({ complaints: [{ key: 'accounts.error.login_taken', field: 'login' }] });
    await expect(createAccount(context, admin(), { ...newcomer(), unit: 9999 })).rejects.toMatchObject({ complaints: [{ key: 'accounts.error.no_unit' }] });
    expect(await context.db.account.count({ where: { login: 'xinren' } })).toBe(0);
  });

  test('disables an account, whose sessions end, and enables it again', async () => {
    await context.db.session.create({ data: { id: 'x', accountId: idOf('shangwu'), data: '{}', createdAt: new Date(), seenAt: new Date() } });
    await disableAccount(context, admin(), idOf('shangwu'), { version: 1 });
    expect(await context.db.session.count()).toBe(0);
    expect(await signIn(context, 'shangwu', DEMONSTRATION_PASSWORD, '')).toEqual({ refused: 'wrong' });
    await enableAccount(context, admin(), idOf('shangwu'), { version: 2 });
    expect(await signIn(context, 'shangwu', DEMONSTRATION_PASSWORD, '')).toHaveProperty('person');
    expect(await eventsOf(idOf('shangwu'))).toEqual(['account.disabled', 'account.enabled']);
  });

  test('lifts a lock, and resets a password to one that must be changed', async () => {
    for (let i = 0; i < 5; i += 1) await signIn(context, 'shangwu', 'wrong', '');
    await unlockAccount(context, admin(), idOf('shangwu'), { version: 1 });
    expect(await signIn(context, 'shangwu', DEMONSTRATION_PASSWORD, '')).toHaveProperty('person');
    const { password } = await resetPassword(context, admin(), idOf('shangwu'), { version: 2 });
    expect(await signIn(context, 'shangwu', DEMONSTRATION_PASSWORD, '')).toEqual({ refused: 'wrong' });
    expect(await signIn(context, 'shangwu', password, '')).toMatchObject({ person: { mustChangePassword: true } });
  });

  test('gives a second post, ends it and gives it again', async () => {
    const wish = { unit: cast.unit('fagai'), role: 'clerk' as const, title: '挂职' };
    const post = () => context.db.post.findFirstOrThrow({ where: { accountId: idOf('shangwu'), unitId: wish.unit } });
    await addPost(context, admin(), idOf('shangwu'), wish);
    await expect(addPost(context, admin(), idOf('shangwu'), wish)).rejects.toMatchObject({ complaints: [{ key: 'accounts.error.post_held' }] });
    await endPost(context, admin(), idOf('shangwu'), (await post()).id, { version: 1 });
    expect((await post()).active).toBe(false);
    await addPost(context, admin(), idOf('shangwu'), { ...wish, title: '联络员' });
    expect(await post()).toMatchObject({ active: true, title: '联络员', version: 3 });
  });

  test.each([['shangwu', 'admin'], ['shangwu', 'auditor'], ['shenji', 'supervisor']] as const)('cannot make %s %s beside: officers hold no other role', async (login, role) => {
    await expect(addPost(context, admin(), idOf(login), { unit: cast.unit('fagai'), role, title: 'x' })).rejects.toMatchObject({ complaints: [{ key: 'accounts.error.roles_apart' }] });
  });

  test('does nothing of it to themselves, and two who change one account at once do not overwrite each other', async () => {
    const self = idOf('admin');
    const own = { complaints: [{ key: 'accounts.error.not_oneself' }] };
    for (const act of [disableAccount, resetPassword]) await expect(act(context, admin(), self, { version: 1 })).rejects.toMatchObject(own);
    await expect(addPost(context, admin(), self, { unit: 1, role: 'admin', title: 'x' })).rejects.toMatchObject(own);
    await expect(endPost(context, admin(), self, cast.person('admin').postId, { version: 1 })).rejects.toMatchObject(own);
    await renameAccount(context, admin(), idOf('yuhua'), { name: '彭佳佳', version: 1 });
    await expect(renameAccount(context, admin(), idOf('yuhua'), { name: '彭家', version: 1 })).rejects.toThrow(Conflict);
  });

  test('is the only one who may: everybody else is refused and nothing changes', async () => {
    for (const login of ['duchashi', 'shangwu-head', 'shizhang', 'shenji', 'duchayuan', 'shangwu']) {
      const acts = [
        createAccount(context, cast.person(login), newcomer()), renameAccount(context, cast.person(login), idOf('fagai'), { name: 'x', version: 1 }),
        disableAccount(context, cast.person(login), idOf('fagai'), { version: 1 }), resetPassword(context, cast.person(login), idOf('fagai'), { version: 1 }),
        addPost(context, cast.person(login), idOf('fagai'), { unit: 1, role: 'clerk', title: 'x' }),
        endPost(context, cast.person(login), idOf('fagai'), cast.person('fagai').postId, { version: 1 }),
      ];
      for (const result of await Promise.allSettled(acts)) expect(result).toMatchObject({ status: 'rejected', reason: expect.any(Forbidden) as unknown });
    }
    expect(await context.db.auditEvent.count()).toBe(0);
  });
});
