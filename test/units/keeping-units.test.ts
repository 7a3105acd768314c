import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { Conflict, Forbidden } from '../../src/kernel/errors.ts';
import { changeUnit, createUnit } from '../../src/units/save-unit.ts';
import { listUnits } from '../../src/units/unit-details.ts';
import { seedUnits } from '../../src/units/seed-units.ts';
import { matchesUnit } from '../../src/units/unit-search.ts';
import { assembleCast, type Cast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

const wish = { name: '长沙市低空经济发展局', shortName: '市低空局', kind: 'government' as const, parent: null, phone: null, aliases: ['低空局'], duties: ['低空经济', '无人机'] };

describe.each(databases)('whoever keeps the units on %s', (kind) => {
  let context: TestContext;
  let cast: Cast;
  beforeEach(async () => {
    context = await testContext(kind);
    cast = await assembleCast(context);
  });
  afterEach(() => context.done());
  const change = (id: number, more: object) => changeUnit(context, cast.person('admin'), id, { ...wish, active: true, version: 1, ...more });

  test('adds a bureau that can be found by first letters, alias and duty word at once', async () => {
    const id = await createUnit(context, cast.person('admin'), wish);
    expect(await context.db.unit.findUnique({ where: { id }, select: { code: true, initials: true, pinyin: true } })).toEqual({ code: 'sdkj', initials: 'sdkj', pinyin: 'shi di kong ju' });
    expect((await listUnits(context, { kind: '', search: 'dkj', sort: 'official' })).map((u) => u.id)).toEqual([id]);
    expect(await context.db.unitDuty.count({ where: { unitId: id } })).toBe(2);
  });

  test('changes names and dissolves a unit; who changed it meanwhile is not overwritten', async () => {
    const id = await createUnit(context, cast.person('admin'), wish);
    await change(id, { aliases: [], duties: ['低空经济'], active: false });
    expect(await context.db.unit.findUnique({ where: { id }, select: { active: true, version: true, aliases: true } })).toEqual({ active: false, version: 2, aliases: [] });
    await expect(change(id, { shortName: '市低空办' })).rejects.toThrow(Conflict);
    expect(await context.db.auditEvent.count({ where: { subject: `unit:${id}` } })).toBe(2);
  });

  test('cannot give one text to two units', async () => {
    const taken = (more: object) => expect(createUnit(context, cast.person('admin'), { ...wish, ...more })).rejects;
    await taken({ shortName: '市商务局' }).toMatchObject({ complaints: [{ key: 'units.error.taken_by', field: 'shortName', values: { unit: '市商务局' } }] });
    await taken({ aliases: ['市财神局', '市发展改革委'] }).toMatchObject({ complaints: [{ field: 'aliases', values: { name: '市发展改革委' } }] });
  });

  test('cannot put a unit under itself or under a unit of its own', async () => {
    const above = await createUnit(context, cast.person('admin'), wish);
    const below = await createUnit(context, cast.person('admin'), { ...wish, name: '低空处', shortName: '低空处', aliases: [], parent: above });
    for (const parent of [above, below, 9999]) await expect(change(above, { parent })).rejects.toMatchObject({ complaints: [{ key: 'units.error.parent' }] });
  });

  test('is the administrator and nobody else', async () => {
    for (const login of ['duchashi', 'shangwu-head', 'shenji', 'shizhang']) await expect(createUnit(context, cast.person(login), wish)).rejects.toThrow(Forbidden);
    await expect(changeUnit(context, cast.person('duchashi'), 1, { ...wish, active: true, version: 1 })).rejects.toThrow(Forbidden);
  });
});

describe('the list of units', () => {
  test('of all 131 is found in by name, alias, pinyin and first letters', async () => {
    const context = await testContext('sqlite');
    await seedUnits(context);
    const found = async (search: string): Promise<string[]> => (await listUnits(context, { kind: '', search, sort: 'official' })).map((u) => u.shortName);
    expect(await found('fzgg')).toEqual(['市发展改革委']);
    expect(await found('市发改委')).toEqual(['市发展改革委']);
    expect(await found('shangwuju')).toEqual(['市商务局']);
    expect(await found('雨花')).toEqual(['雨花经开区管委会', '雨花区']);
    expect(await found('（')).not.toEqual([]);
    expect(matchesUnit({ name: 'A', shortName: 'A', pinyin: 'a', initials: 'a', aliases: [] }, ' ')).toBe(true);
    await context.done();
  });
});

describe('the pages of units', () => {
  let context: TestContext;
  let app: Express;
  let cast: Cast;
  beforeAll(async () => {
    context = await testContext('sqlite');
    cast = await assembleCast(context);
    app = buildApp(context);
  });
  afterAll(() => context.done());

  test('show a clerk who can be asked in a bureau, and no way to change it', async () => {
    const clerk = await signInAs(app, 'yuhua');
    const page = await clerk.get(`/units/${cast.unit('shangwu')}`);
    expect(page.text).toContain('王建国');
    expect(page.text).not.toContain('/edit');
    expect((await clerk.get('/units?q=no-such-unit')).text).toContain('没有符合条件的单位');
  });

  test('let the administrator change a unit, keep what was typed when it is refused, and say what is wrong', async () => {
    const admin = await signInAs(app, 'admin');
    const id = cast.unit('gongxin');
    const fields = { name: '长沙市工业和信息化局', shortName: '市工信局', kind: 'government', parent: '', phone: '0731-1', aliases: '工信局\r\n市经信委', duties: '制造业、软件\n工业互联网', active: '1', version: '1' };
    expect((await admin.post(`/units/${id}`, fields)).headers['location']).toBe(`/units/${id}`);
    expect((await admin.get(`/units/${id}`)).text).toContain('工信局、市经信委');
    const stale = await admin.post(`/units/${id}`, { ...fields, phone: '0731-2' });
    expect([stale.status, stale.text.includes('value="0731-2"')]).toEqual([409, true]);
    const wrong = await admin.post(`/units/${id}`, { ...fields, version: '2', shortName: '市商务局' });
    expect([wrong.status, wrong.text.includes('“市商务局”已是市商务局的名称或别名')]).toEqual([422, true]);
    expect((await admin.post(`/units/${id}`, { ...fields, version: '2', code: 'x' })).status).toBe(422);
  });
});
