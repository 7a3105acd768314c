import type { Express } from 'express';
import request from 'supertest';
import { buildApp } from '../../src/app.ts';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import { notFound } from '../../src/web/error-pages.ts';
import { Browser } from '../accounts/visits.ts';
import { assembleCast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe('every answer', () => {
  let context: TestContext;
  let app: Express;
  beforeAll(async () => {
    context = await testContext('sqlite');
    await assembleCast(context);
    app = buildApp(context);
  });
  afterAll(() => context.done());

  test.each([
    ['a page', 'get', '/sign-in', 200], ['a redirect', 'get', '/me', 303], ['nothing there', 'get', '/no-such-page', 404], ['a refused change', 'post', '/sign-out', 403],
    ['a style sheet', 'get', '/assets/css/luoshi.css', 200], ['a malformed address', 'get', '/units/%E0%A4%A', 400], ['a huge form', 'huge', '/sign-in', 413],
  ])('carries the security headers and names no software: %s', async (_what, method, path, status) => {
    const asked = method === 'get' ? request(app).get(path) : request(app).post(path).type('form').send({ login: method === 'huge' ? 'x'.repeat(1_100_000) : 'x' });
    const { headers, ...res } = await asked;
    expect(res.status).toBe(status);
    expect(headers['content-security-policy']).toContain("default-src 'none';script-src 'self';style-src 'self'");
    expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none';base-uri 'none';object-src 'none'/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin', 'x-frame-options': 'DENY' });
    expect([headers['x-powered-by'], headers['server'], headers['strict-transport-security']]).toEqual([undefined, undefined, undefined]);
  });

  test('tells nothing about our insides while the database is away, and refuses', async () => {
    const browser = new Browser(app);
    await browser.signIn('shangwu', DEMONSTRATION_PASSWORD);
    const away = buildApp({ ...context, db: new Proxy(context.db, { get: () => { throw new Error('SQLITE_CANTOPEN /srv/secret/path'); } }) });
    for (const path of ['/sign-in', '/me', '/units']) {
      const res = await request(away).get(path).set('Cookie', browser.cookie ?? '');
      expect([res.status, res.text.includes('secret'), res.text.includes('.ts')]).toEqual([500, false, false]);
    }
  });

  test('asks browsers to stay on https where the city uses it', async () => {
    const secured = buildApp({ ...context, config: { ...context.config, secureCookies: true } });
    expect((await request(secured).get('/sign-in')).headers['strict-transport-security']).toContain('max-age=31536000');
  });

  test('is not kept by browsers once somebody is signed in', async () => {
    const browser = new Browser(app);
    await browser.signIn('shangwu', DEMONSTRATION_PASSWORD);
    for (const path of ['/me', '/units', '/accounts', '/no-such-page']) expect((await browser.get(path)).headers['cache-control']).toBe('no-store');
  });

  test('is held back where nobody asked who may see it', async () => {
    const open = buildApp(context);
    open.get('/forgotten', (_req, res) => { res.set('Content-Disposition', 'attachment').write('secret'); res.end('more'); });
    const { stack } = (open as unknown as { router: { stack: { handle: unknown }[] } }).router;
    stack.splice(stack.findIndex((layer) => layer.handle === notFound), 0, ...stack.splice(-1));
    const res = await request(open).get('/forgotten');
    expect([res.status, res.text, res.headers['content-disposition']]).toEqual([500, '500', undefined]);
  });
});
