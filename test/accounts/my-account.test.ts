import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { addPost } from '../../src/accounts/add-post.ts';
import { createAccount } from '../../src/accounts/create-account.ts';
import { demonstrationCast, DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { assembleCast, type Cast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { Browser } from './visits.ts';

const NEW = 'Mfrtk29-Bq';

describe('my account', () => {
  let context: TestContext;
  let cast: Cast;
  let app: Express;
  beforeEach(async () => {
    context = await testContext('sqlite');
    cast = await assembleCast(context);
    app = buildApp(context);
  });
  afterEach(() => context.done());
  const signedIn = async (login: string, password = DEMONSTRATION_PASSWORD): Promise<Browser> => {
    const browser = new Browser(app);
    expect((await browser.signIn(login, password)).status).toBe(303);
    return browser;
  };
  const change = (browser: Browser, current: string, password = NEW, again = password) => browser.post('/me/password', { current, password, again }, { from: '/me/password' });

  test('opens for every role', async () => {
    const roles = new Map(demonstrationCast.map((person) => [person.role, person.login]));
    for (const login of roles.values()) expect((await (await signedIn(login)).get('/me')).status).toBe(200);
    expect(roles.size).toBe(7);
  });

  test('lets somebody with an initial password do nothing but change it', async () => {
    const { password } = await createAccount(context, cast.person('admin'), { login: 'xinren', name: '新人', unit: cast.unit('shangwu'), role: 'clerk', title: '联络员' });
    const browser = await signedIn('xinren', password);
    for (const path of ['/', '/me', '/units']) expect((await browser.get(path)).headers['location']).toBe('/me/password');
    expect((await browser.post('/me/language', { locale: 'en' }, { from: '/me/password' })).status).toBe(403);
    expect((await change(browser, password)).headers['location']).toBe('/me');
    expect((await browser.get('/me')).status).toBe(200);
  });

  test('changes the password, ends all other sessions and gives this one a new id', async () => {
    const [here, elsewhere] = [await signedIn('shangwu'), await signedIn('shangwu')];
    const before = here.cookie;
    expect((await change(here, DEMONSTRATION_PASSWORD)).status).toBe(303);
    expect(here.cookie).not.toBe(before);
    expect([(await here.get('/me')).status, (await elsewhere.get('/me')).status]).toEqual([200, 303]);
    expect((await new Browser(app).signIn('shangwu', DEMONSTRATION_PASSWORD)).status).toBe(422);
  });

  test.each([
    ['the present one is wrong', ['wrong', NEW, NEW], '当前密码不正确'], ['the two differ', [DEMONSTRATION_PASSWORD, NEW, `${NEW}x`], '两次输入的新密码不一致'],
    ['it is weak', [DEMONSTRATION_PASSWORD, 'Changsha@2024', 'Changsha@2024'], '密码太容易猜'], ['it holds the user name', [DEMONSTRATION_PASSWORD, 'xShangwu#81', 'xShangwu#81'], '密码不能包含用户名'],
  ] as const)('refuses a new password in a sentence where %s', async (_what, [current, password, again], sentence) => {
    const res = await change(await signedIn('shangwu'), current, password, again);
    expect([res.status, res.text.includes(sentence), res.text.includes(password)]).toEqual([422, true, false]);
  });

  test('asks for a new password after ninety days, but not in the demonstration’s own accounts', async () => {
    await context.db.account.updateMany({ data: { passwordChangedAt: new Date(context.clock.now().getTime() - 91 * 86_400_000) } });
    expect((await (await signedIn('shangwu')).get('/me')).status).toBe(200);
    await context.db.account.updateMany({ data: { isDemonstration: false } });
    expect((await (await signedIn('shangwu')).get('/me')).headers['location']).toBe('/me/password');
  });

  test('switches to another post with a new session; the rights are those of that post alone', async () => {
    await addPost(context, cast.person('admin'), cast.person('shangwu').accountId, { unit: cast.unit('ducha'), role: 'supervisor', title: '挂职督查' });
    const { id } = await context.db.post.findFirstOrThrow({ where: { title: '挂职督查' } });
    const browser = await signedIn('shangwu');
    expect((await browser.get('/plans/import')).status).toBe(403);
    const before = browser.cookie;
    expect((await browser.post('/me/post', { post: String(id) }, { from: '/me' })).status).toBe(303);
    expect(browser.cookie).not.toBe(before);
    expect([(await browser.get('/plans/import')).status, (await browser.get('/filings')).status]).toEqual([200, 403]);
    expect(await context.db.auditEvent.findFirst({ where: { event: 'account.post_switched' } })).toMatchObject({ data: '{"from":"市商务局 联络员","to":"市委督查室 挂职督查"}' });
    expect((await browser.post('/me/post', { post: String(cast.person('admin').postId) }, { from: '/me' })).status).toBe(404);
  });

  test('lists where I am signed in and ends one session or all others, never somebody else’s', async () => {
    const [here, one, two, stranger] = [await signedIn('shangwu'), await signedIn('shangwu'), await signedIn('shangwu'), await signedIn('fagai')];
    const foreign = await context.db.session.findFirstOrThrow({ where: { account: { login: 'fagai' } } });
    const page = await here.get('/me');
    const ids = [...page.text.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map((m) => m[1] ?? '');
    expect(ids).toHaveLength(2);
    expect((await here.post('/me/sessions/ending', { session: foreign.id }, { from: '/me' })).status).toBe(404);
    expect((await here.post('/me/sessions/ending', { session: ids[0] ?? '' }, { from: '/me' })).status).toBe(303);
    expect((await here.post('/me/sessions/ending', { session: 'others' }, { from: '/me' })).status).toBe(303);
    const states = await Promise.all([here, one, two, stranger].map(async (browser) => (await browser.get('/me')).status));
    expect(states).toEqual([200, 303, 303, 200]);
  });

  test('keeps the language for the next time', async () => {
    const browser = await signedIn('shangwu');
    await browser.post('/me/language', { locale: 'en' }, { from: '/me' });
    await browser.post('/sign-out', {}, { from: '/me' });
    expect((await (await signedIn('shangwu')).get('/me')).text).toContain('<html lang="en">');
  });
});
