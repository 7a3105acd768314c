import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { assembleCast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { Browser } from './visits.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe.each(databases)('a session on %s', (kind) => {
  let context: TestContext;
  let app: Express;
  let anotherServer: Express;
  beforeAll(async () => {
    context = await testContext(kind);
    await assembleCast(context);
    [app, anotherServer] = [buildApp(context), buildApp(context)];
  });
  afterAll(() => context.done());

  const signedIn = async (login = 'shangwu'): Promise<Browser> => {
    const browser = new Browser(app);
    await browser.signIn(login, DEMONSTRATION_PASSWORD);
    return browser;
  };
  const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/me')).status === 200;

  test('is over after thirty minutes without use, to the second, and a page read in between counts as use', async () => {
    const browser = await signedIn();
    for (let i = 0; i < 3; i += 1) {
      context.clock.advance(30 * MINUTE - SECOND);
      expect(await isIn(browser)).toBe(true);
    }
    context.clock.advance(20 * SECOND);
    expect(await isIn(browser)).toBe(true);
    context.clock.advance(30 * MINUTE);
    expect(await isIn(browser)).toBe(false);
  });

  test('is over after twelve hours however much it is used, also when the post was switched in between', async () => {
    await context.db.post.create({ data: { accountId: (await context.db.account.findUniqueOrThrow({ where: { login: 'shangwu' } })).id, unitId: 1, role: 'clerk', title: '联络员', createdAt: new Date() } });
    const browser = await signedIn();
    const other = await context.db.post.findFirstOrThrow({ where: { unitId: 1, account: { login: 'shangwu' } } });
    for (let i = 0; i < 28; i += 1) {
      context.clock.advance(25 * MINUTE);
      expect(await isIn(browser)).toBe(true);
      if (i === 12) expect((await browser.post('/me/post', { post: String(other.id) }, { from: '/me' })).status).toBe(303);
    }
    context.clock.advance(12 * HOUR - 28 * 25 * MINUTE - SECOND);
    expect(await isIn(browser)).toBe(true);
    context.clock.advance(SECOND);
    expect(await isIn(browser)).toBe(false);
  });

  test.each([
    ['the account is disabled', 'shangwu', (c: TestContext) => c.db.account.updateMany({ where: { login: 'shangwu' }, data: { active: false } })],
    ['the post ends', 'fagai', (c: TestContext) => c.db.post.updateMany({ where: { account: { login: 'fagai' } }, data: { active: false } })],
    ['the unit is dissolved', 'yuhua', (c: TestContext) => c.db.unit.updateMany({ where: { code: 'yuhua' }, data: { active: false } })],
    ['it is ended elsewhere', 'changshaxian', (c: TestContext) => c.db.session.deleteMany({ where: { account: { login: 'changshaxian' } } })],
  ])('is refused at the next request, on another server too, once %s', async (_what, login, act) => {
    const browser = await signedIn(login);
    const elsewhere = new Browser(anotherServer);
    elsewhere.cookie = browser.cookie;
    expect(await isIn(elsewhere)).toBe(true);
    await act(context);
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([false, false]);
  });

  test('that was ended while a request of it was running does not come back with the end of that request', async () => {
    const browser = await signedIn('duchashi');
    const { DbSessionStore } = await import('../../src/web/session-store.ts');
    const store = new DbSessionStore(context.db, context.wallClock, { idleMinutes: 30, hours: 12 });
    const sid = decodeURIComponent((browser.cookie ?? '').split('=')[1] ?? '').slice(2).split('.')[0] ?? '';
    const data = await new Promise<object | null | undefined>((resolve) => { store.get(sid, (_error, found) => { resolve(found); }); });
    await context.db.session.deleteMany();
    await new Promise<void>((resolve) => { store.set(sid, data as never, () => { resolve(); }); });
    expect(data).not.toBeNull();
    expect(await context.db.session.count()).toBe(0);
  });

  test('that nobody came back to is swept away', async () => {
    await new Browser(app).get('/sign-in');
    context.clock.advance(HOUR);
    await signedIn('duchashi');
    expect(await context.db.session.findMany({ select: { accountId: true } })).toEqual([{ accountId: expect.any(Number) as number }]);
  });
});

describe('the cookie of a session', () => {
  test('is for our pages alone, out of reach of scripts, of 256 bits and never the same', async () => {
    const context = await testContext('sqlite', { settings: { SECURE_COOKIES: '1', TRUST_PROXY: '127.0.0.1' } });
    const app = buildApp(context);
    const seen = new Set<string>();
    for (let i = 0; i < 10; i += 1) {
      const res = await new Browser(app).get('/sign-in', { 'X-Forwarded-Proto': 'https' });
      const [cookie = ''] = res.headers['set-cookie'] as unknown as string[];
      expect(cookie).toMatch(/^__Host-luoshi=s%3A[\w-]{43}\.[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      seen.add(cookie);
    }
    expect(seen.size).toBe(10);
    await context.done();
  });
});
