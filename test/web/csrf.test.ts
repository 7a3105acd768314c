import { createReadStream } from 'node:fs';
import type { Express } from 'express';
import request from 'supertest';
import { buildApp } from '../../src/app.ts';
import type { Role } from '../../src/kernel/actor.ts';
import { routesOf, writeCounter, type Route } from '../house/access-cells.ts';
import { personOf, signedIn } from '../house/actor-states.ts';
import { assembleCast, type Cast } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { addressOf } from '../support/visitor.ts';

interface Sent { cookie: string; token: string; foreign: string }
type Attack = (post: request.Test, sent: Sent) => request.Test;

// What a page of somebody else could make a browser send; each but the last two with the right token, as if it had leaked.
const ATTACKS: Readonly<Record<string, Attack>> = {
  'without a token': (post) => post.type('form').send({}),
  'with the token of another session': (post, { foreign }) => post.type('form').send({ _csrf: foreign }),
  'from another site': (post, { token }) => post.set('Sec-Fetch-Site', 'cross-site').type('form').send({ _csrf: token }),
  'from a neighbouring site': (post, { token }) => post.set('Sec-Fetch-Site', 'same-site').type('form').send({ _csrf: token }),
  'from another origin': (post, { token }) => post.set('Origin', 'https://evil.example').type('form').send({ _csrf: token }),
  'from no origin': (post, { token }) => post.set('Origin', 'null').type('form').send({ _csrf: token }),
  'as plain text': (post, { token }) => post.type('text/plain').send(`_csrf=${token}`),
  'as JSON': (post, { token }) => post.type('json').send({ _csrf: token }),
  'as a form with a file but without a token': (post) => post.attach('file', createReadStream(import.meta.filename), 'file.txt'),
};

describe('a change that did not come from our own pages', () => {
  let context: TestContext;
  let app: Express;
  let cast: Cast;
  let stored: ReturnType<typeof writeCounter>;
  beforeAll(async () => {
    context = await testContext('sqlite');
    cast = await assembleCast(context);
    app = buildApp(context);
    stored = writeCounter(context);
  });
  afterAll(() => {
    stored.close();
    return context.done();
  });

  /** A person of that role with the token of another session; what is refused ends no session, so each serves all attacks. */
  const victims = new Map<Role, Promise<Sent>>();
  const victimOf = (role: Role): Promise<Sent> => {
    const victim = victims.get(role) ?? (async () => {
      const [person, foreign] = [await signedIn(context, personOf(cast, role)), await signedIn(context, personOf(cast, role))];
      return { ...person, foreign: foreign.token };
    })();
    victims.set(role, victim);
    return victim;
  };

  /** @returns the route's address and answer where it was let through */
  const attempt = async (route: Route, attack: Attack): Promise<string[]> => {
    const role = Array.isArray(route.access) ? (route.access as readonly Role[])[0] ?? 'clerk' : 'clerk';
    const person = await victimOf(role);
    const res = await attack(request(addressOf(app)).post(route.path.replace(/:\w+/g, '1')).set('Cookie', person.cookie), person);
    // A route that takes files may find that its object does not exist before it reads the form.
    return [403, 404].includes(res.status) ? [] : [`${route.path}: ${res.status}`];
  };

  test.each(Object.keys(ATTACKS))('is refused on every route, and nothing changes: sent %s', async (name) => {
    const routes = routesOf(app).filter((route) => route.method === 'POST');
    for (const { access } of routes) if (Array.isArray(access)) await victimOf((access as readonly Role[])[0] ?? 'clerk');
    await victimOf('clerk');
    const [before, sessions] = [stored.writes(), await context.db.session.count()];
    const passed: string[] = [];
    for (const route of routes) passed.push(...(await attempt(route, ATTACKS[name] as Attack)));
    expect(routes.length).toBeGreaterThan(20);
    expect(passed).toEqual([]);
    expect([stored.writes(), await context.db.session.count()]).toEqual([before, sessions]);
  });

  test('cannot be made by GET or by pretending another method', async () => {
    const person = await signedIn(context, personOf(cast, 'admin'));
    const before = stored.writes();
    for (const address of ['/sign-out', '/accounts/1/suspension', '/me/post?post=1', '/accounts/1/suspension?_method=POST']) {
      expect((await request(addressOf(app)).get(address).set('Cookie', person.cookie).set('X-HTTP-Method-Override', 'POST')).status).toBe(404);
    }
    expect(stored.writes()).toBe(before);
  });

  test('is written into the log with the true address, whatever X-Forwarded-For says', async () => {
    const person = await signedIn(context, personOf(cast, 'clerk'));
    await request(addressOf(app)).post('/me/language').set('Cookie', person.cookie).set('X-Forwarded-For', '6.6.6.6').type('form').send({ locale: 'en' });
    const last = await context.db.auditEvent.findFirstOrThrow({ where: { event: 'authorisation.refused' }, orderBy: { seq: 'desc' } });
    expect(JSON.parse(last.data)).toMatchObject({ path: '/me/language', reason: 'origin', address: expect.stringMatching(/127\.0\.0\.1$/) as string });
  });

  test('cannot flood the log: 400 refusals of one person write 300 lines', async () => {
    const person = await signedIn(context, personOf(cast, 'leader'));
    const count = (): Promise<number> => context.db.auditEvent.count({ where: { event: 'authorisation.refused', accountId: personOf(cast, 'leader').accountId } });
    const [fresh, before] = [buildApp(context), await count()];
    for (let i = 0; i < 10; i += 1) await Promise.all(Array.from({ length: 40 }, () => request(addressOf(fresh)).get('/accounts').set('Cookie', person.cookie)));
    expect((await count()) - before).toBe(300);
  }, 120_000);
});
