import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buildApp } from '../../src/app.ts';
import type { Desk } from '../filings/desk.ts';
import { callerOf, writeCounter, type Answer, type Caller, type Route } from './access-cells.ts';
import { signedIn, type Visit } from './actor-states.ts';
import { BY_ROLE, KINDS, type Kind } from './kinds.ts';
import { objectsOfOneUnit, type Objects } from './objects.ts';

const TABLE = JSON.parse(readFileSync(path.join(import.meta.dirname, 'access.json'), 'utf8')) as Record<string, string>;
const PEOPLE = ['duchashi', 'duchashi2', 'duchayuan', 'shangwu-head', 'shangwu', 'fagai-head', 'fagai', 'yuhua-head', 'yuhua', 'changshaxian-head', 'changshaxian', 'shizhang'];
const ABSENT = '999999';
/** Where a form is read before the object is looked for, one that can be read. */
const FORMS: Readonly<Record<string, string>> = { 'POST /tasks/:id/filings/:period/autosave': '&version=0&progress=10' };

const addressOf = (route: string): string => route.split(' ')[1] ?? '';
const isUnder = (address: string, prefix: string): boolean => address === prefix || address.startsWith(`${prefix}/`);
/** Reports are asked for by their unit's branch only where they are read; where they are written everybody stands before their own. */
const routesOf = ({ routes, query }: Kind): string[] => Object.keys(TABLE).filter((route) => isUnder(addressOf(route), routes) && (query === undefined || route.startsWith('GET ')));

describe('an object that is another unit’s', () => {
  let desk: Desk;
  let there: Objects;
  let caller: Caller;
  let stored: ReturnType<typeof writeCounter>;
  const visits = new Map<string, Visit>();
  beforeAll(async () => {
    ({ desk, there } = await objectsOfOneUnit());
    caller = callerOf(buildApp(desk.context));
    for (const login of PEOPLE) visits.set(login, await signedIn(desk.context, desk.person(login)));
    stored = writeCounter(desk.context);
  });
  afterAll(() => {
    caller.close();
    stored.close();
    return desk.context.done();
  });

  /** What the address leads to for that person; the parts of it that name nothing of its own are there. */
  const ask = (route: string, prefix: string, address: string, query: string, login: string): Promise<Answer> => {
    const method: Route['method'] = route.startsWith('GET ') ? 'GET' : 'POST';
    const rest = addressOf(route).slice(prefix.length).replace(':period', '2023-01').replace(':round', '1').replace(':branchId', String(there.branch)).replace(':milestoneId', String(there.milestone));
    return caller.call({ method, path: `${address}${rest}${query}` }, visits.get(login) ?? { cookie: '', token: '' }, FORMS[route]);
  };
  const mayCome = (route: string, login: string): boolean => TABLE[route] === 'anyone' || TABLE[route] === 'signed-in' || (TABLE[route] ?? '').split(' ').includes(desk.person(login).role);

  test.each(KINDS)('is not there for them, whatever they want of it: $kind', async (kind) => {
    const wrong: string[] = [];
    for (const route of routesOf(kind)) {
      for (const login of PEOPLE.filter((each) => !kind.sees.includes(each) && mayCome(route, each))) {
        const before = stored.writes();
        const { status } = await ask(route, kind.routes, kind.address(there), kind.query?.(there) ?? '', login);
        if (status !== 404 || stored.writes() !== before) wrong.push(`${route}, ${login}: ${String(status)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(KINDS)('is there for whoever may know of it: $kind', async (kind) => {
    const route = `GET ${kind.routes}`;
    const blind: string[] = [];
    for (const login of route in TABLE ? kind.sees : []) {
      const { status } = await ask(route, kind.routes, kind.address(there), kind.query?.(there) ?? '', login);
      if (status !== 200) blind.push(`${login}: ${String(status)}`);
    }
    expect(blind).toEqual([]);
  });

  test.each(KINDS.filter((kind) => `GET ${kind.routes}` in TABLE && /\d$/.test(kind.routes.replace(':id', '1'))))('cannot be told from one that is not there: $kind', async (kind) => {
    for (const login of PEOPLE.filter((each) => !kind.sees.includes(each) && mayCome(`GET ${kind.routes}`, each))) {
      const address = kind.address(there);
      const id = /\d+$/.exec(address)?.[0] ?? '';
      const [foreign, absent] = [await ask(`GET ${kind.routes}`, kind.routes, address, '', login), await ask(`GET ${kind.routes}`, kind.routes, address.replace(/\d+$/, ABSENT), '', login)];
      expect(foreign.text.replaceAll(address, `${address.slice(0, -id.length)}${ABSENT}`)).toBe(absent.text);
    }
  });

  const CANARIES = ['建设国际消费中心城市', '催1号', '核1号', '问1号', '批1号', '约1号', '五一商圈', '商务用地'];
  /** Which of them stand on any page, list or file without an object in its address that this person may open. */
  async function readAnywhere(visit: Visit, role: string): Promise<string[]> {
    const lists = Object.keys(TABLE).filter((route) => route.startsWith('GET ') && !/:|\/new$/.test(route) && (TABLE[route] ?? '').split(' ').concat(TABLE[route] === 'signed-in' ? role : []).includes(role));
    const texts: string[] = [];
    for (const route of lists) texts.push((await caller.call({ method: 'GET', path: addressOf(route) }, visit)).text);
    return CANARIES.filter((canary) => texts.some((text) => text.includes(canary)));
  }

  test.each(['head', 'clerk'])('stands in no list that the %s of a bureau reads which has nothing to do with it (Z3)', async (role) => {
    const { db, clock } = desk.context;
    const made = await db.account.create({ data: { login: `gongxin-${role}`, name: '旁人', passwordHash: '', mustChangePassword: false, createdAt: clock.now(), posts: { create: { unitId: desk.matter.unit('gongxin'), role, title: '旁人', createdAt: clock.now() } } }, include: { posts: true } });
    const stranger = await signedIn(desk.context, { ...desk.person('shangwu'), accountId: made.id, postId: made.posts[0]?.id ?? 0 });
    expect(await readAnywhere(stranger, role)).toEqual([]);
    expect((await readAnywhere(visits.get(role === 'head' ? 'shangwu-head' : 'shangwu') ?? stranger, role)).length).toBeGreaterThan(5);
  });

  test('is of a kind that stands in the table, as every address with an object in it', () => {
    const addresses = Object.keys(TABLE).map(addressOf).filter((address) => address.includes(':'));
    const unknown = addresses.filter((address) => !KINDS.some((kind) => isUnder(address, kind.routes)) && !BY_ROLE.some((prefix) => address.startsWith(prefix)));
    expect(unknown).toEqual([]);
  });
});
