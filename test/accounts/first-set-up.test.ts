import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { completeSetup } from '../../src/accounts/complete-setup.ts';
import type { Setup } from '../../src/accounts/account-forms.ts';
import { rescueAdministrator } from '../../src/accounts/rescue-administrator.ts';
import { issueSetupToken } from '../../src/accounts/setup-token.ts';
import { signIn } from '../../src/accounts/sign-in.ts';
import { prepareFirstUse } from '../../src/first-use.ts';
import { assembleCast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { Browser } from './visits.ts';

const PASSWORD = 'Mfrtk29-Bq';
const wish = (token: string, more: Partial<Setup> = {}): Setup => ({ token, login: 'guanli', name: '管理员', password: PASSWORD, again: PASSWORD, units: 'own', unit: '市数据资源局', ...more });

describe.each(databases)('the first administrator on %s', (kind) => {
  let context: TestContext;
  beforeEach(async () => { context = await testContext(kind, { settings: { DEMONSTRATION: '0' } }); });
  afterEach(() => context.done());

  test('is one person, when fifty come at once with the token, and can sign in', async () => {
    const token = await issueSetupToken(context);
    const results = await Promise.allSettled(Array.from({ length: 50 }, (_, i) => completeSetup(context, wish(token, { login: `guanli-${i}` }))));
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect([await context.db.account.count(), await context.db.post.count({ where: { role: 'admin' } }), await context.db.unit.count()]).toEqual([1, 1, 1]);
    expect(await context.db.auditEvent.count({ where: { event: 'setup.completed' } })).toBe(1);
  });

  test('needs the token of this start: not a guessed, an earlier, a used or an expired one', async () => {
    const earlier = await issueSetupToken(context);
    const token = await issueSetupToken(context);
    for (const wrong of ['guess', earlier, `${token}x`]) await expect(completeSetup(context, wish(wrong))).rejects.toMatchObject({ complaints: [{ key: 'accounts.setup.token_wrong' }] });
    context.clock.advance(30 * 60_000);
    await expect(completeSetup(context, wish(token))).rejects.toThrow();
    await completeSetup(context, wish(await issueSetupToken(context)));
    await expect(completeSetup(context, wish(await issueSetupToken(context), { login: 'second' }))).rejects.toThrow();
    expect(await context.db.account.count()).toBe(1);
  });

  test('may begin with the units of Changsha; a token is not used up by a weak password', async () => {
    const token = await issueSetupToken(context);
    await expect(completeSetup(context, wish(token, { password: 'admin', again: 'admin' }))).rejects.toThrow();
    await completeSetup(context, wish(token, { units: 'changsha', unit: '' }));
    expect(await context.db.unit.count()).toBeGreaterThan(100);
    expect(await context.db.post.findFirst({ select: { unit: { select: { shortName: true } } } })).toEqual({ unit: { shortName: '市数据资源局' } });
  });
});

test('an administrator whom nobody can help gets a one-time password at the machine itself, and nobody else does', async () => {
  const context = await testContext('sqlite', { settings: { DEMONSTRATION: '0' } });
  await completeSetup(context, wish(await issueSetupToken(context), { unit: '市信息中心' }));
  const password = await rescueAdministrator(context, 'guanli');
  expect(await signIn(context, 'guanli', password, '')).toMatchObject({ person: { role: 'admin', mustChangePassword: true } });
  expect(await context.db.auditEvent.findFirst({ where: { event: 'account.password_reset' } })).toMatchObject({ accountId: null });
  await assembleCast(context);
  for (const login of ['shangwu', 'admin', 'nobody']) await expect(rescueAdministrator(context, login)).rejects.toThrow();
  await context.done();
});

describe('the page of the first set-up', () => {
  let context: TestContext;
  let app: Express;
  beforeEach(async () => {
    context = await testContext('sqlite', { settings: { DEMONSTRATION: '0' } });
    app = buildApp(context);
  });
  afterEach(() => context.done());

  test('leads from the token on the console to signing in, and is gone afterwards', async () => {
    const greeting = (await prepareFirstUse(context))('http://localhost:3000');
    const token = /\n {6}([\w-]{32})\n/.exec(greeting)?.[1] ?? '';
    const browser = new Browser(app);
    const res = await browser.post('/setup', { ...wish(token), login: 'guanli' }, { from: '/setup' });
    expect([res.status, res.headers['location']]).toEqual([303, '/sign-in']);
    expect((await browser.signIn('guanli', PASSWORD)).headers['location']).toBe('/');
    expect((await browser.get('/accounts')).status).toBe(200);
    expect((await browser.get('/setup')).status).toBe(404);
    expect(context.calendar.size).toBeGreaterThan(100);
  });

  test('is not there for somebody who comes through a proxy, nor in the demonstration', async () => {
    await issueSetupToken(context);
    expect((await new Browser(app).get('/setup', { 'X-Forwarded-For': '10.0.0.5' })).status).toBe(404);
    await assembleCast(context);
    expect((await new Browser(app).get('/setup')).status).toBe(404);
  });

  test('is not reached in production over demonstration accounts: the server does not start', async () => {
    const production = { ...context, config: { ...context.config, environment: 'production' as const } };
    await expect(prepareFirstUse({ ...production, config: { ...production.config, demonstration: true } })).rejects.toThrow(/exclude each other/);
    await assembleCast(context);
    await expect(prepareFirstUse(production)).rejects.toThrow(/14 demonstration accounts/);
  });
});
