import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { safeNext } from '../../src/accounts/account.ts';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { assembleCast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { Browser, cookieOf, tokenOn } from './visits.ts';

describe('signing in', () => {
  let context: TestContext;
  let app: Express;
  beforeEach(async () => {
    context = await testContext('sqlite');
    await assembleCast(context);
    app = buildApp(context);
  });
  afterEach(() => context.done());
  const wrong = (login: string): Promise<string> => new Browser(app).signIn(login, 'wrong').then((res) => `${res.status} ${res.text.replace(/value="[^"]*"/g, '')}`);

  test('leads to the page that was asked for, by user name in any case', async () => {
    const browser = new Browser(app);
    const asked = await browser.get('/units?kind=district');
    expect(asked.headers['location']).toBe('/sign-in?next=%2Funits%3Fkind%3Ddistrict');
    const res = await browser.signIn('  ShangWu ', DEMONSTRATION_PASSWORD, { next: '/units?kind=district' });
    expect([res.status, res.headers['location']]).toEqual([303, '/units?kind=district']);
  });

  test('says the same of a wrong password, of a name that nobody has and of a locked account', async () => {
    const first = await wrong('shangwu');
    for (let i = 0; i < 5; i += 1) await wrong('shangwu');
    expect(first).toContain('422');
    expect(await wrong('nobody-here')).toBe(first);
    expect(await wrong('shangwu')).toBe(first);
  });

  test('gives a new session, and one that was planted before is dead', async () => {
    const browser = new Browser(app);
    await browser.get('/sign-in');
    const planted = browser.cookie;
    await browser.signIn('shangwu', DEMONSTRATION_PASSWORD);
    expect(browser.cookie).not.toBe(planted);
    const thief = new Browser(app);
    thief.cookie = planted;
    expect((await thief.get('/me')).status).toBe(303);
    expect((await browser.get('/me')).status).toBe(200);
  });

  test('stops for an address after a hundred wrong passwords, while a locked account counts no more than its five', async () => {
    const guesser = new Browser(app);
    const _csrf = tokenOn(await guesser.get('/sign-in'));
    const guesses = (count: number, login: (i: number) => string): Promise<unknown> => Promise.all(Array.from({ length: count }, (_, i) => guesser.post('/sign-in', { login: login(i), password: 'wrong', _csrf })));
    await guesses(20, () => 'shangwu');
    await guesses(94, (i) => `nobody-${i}`);
    expect((await new Browser(app).signIn('fagai', DEMONSTRATION_PASSWORD)).status).toBe(303);
    await guesses(1, () => 'nobody');
    const res = await new Browser(app).signIn('fagai', DEMONSTRATION_PASSWORD);
    expect(res.status).toBe(429);
    expect(Number(res.headers['retry-after'])).toBeGreaterThan(0);
  });

  test('works again at once on a page whose session is over: the form comes back with a new token', async () => {
    const browser = new Browser(app);
    const res = await browser.post('/sign-in', { login: 'shangwu', password: DEMONSTRATION_PASSWORD, _csrf: 'of yesterday' });
    expect([res.status, res.text.includes('value="shangwu"')]).toEqual([403, true]);
    expect((await browser.signIn('shangwu', DEMONSTRATION_PASSWORD)).status).toBe(303);
  });

  test('ends with signing out: the event is in the log, the cookie is taken back, the back button shows the sign-in page', async () => {
    const browser = new Browser(app);
    await browser.signIn('shangwu', DEMONSTRATION_PASSWORD);
    const page = await browser.get('/me');
    expect(page.headers['cache-control']).toBe('no-store');
    const cookie = browser.cookie;
    const out = await browser.post('/sign-out', {}, { from: '/me' });
    expect(cookieOf(out)).toBe('luoshi=');
    browser.cookie = cookie;
    expect((await browser.get('/me')).headers['location']).toBe('/sign-in?next=%2Fme');
    expect(await context.db.auditEvent.count({ where: { event: 'account.signed_out' } })).toBe(1);
  });
});

test.each(['https://evil.example', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', '', undefined])('signing in never leads elsewhere: %s', (next) => {
  expect(safeNext(next)).toBe('/');
});
