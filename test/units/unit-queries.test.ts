import { seedReference } from '../../prisma/seeds/reference.ts';
import { districtUnits, findUnitsByIds, referenceUnits, unitChoices } from '../../src/units/unit-queries.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe('whoever hands a task to a unit', () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await testContext('sqlite');
    await seedReference(context);
  });
  afterAll(() => context.done());

  test('chooses from the bureaus in their usual order, then the nine districts', async () => {
    const choices = await unitChoices(context);
    expect(choices.slice(-9).map((u) => u.shortName)).toEqual(['芙蓉区', '天心区', '岳麓区', '开福区', '雨花区', '望城区', '长沙县', '浏阳市', '宁乡市']);
    expect(choices.slice(0, -9).every((u) => u.kind !== 'district')).toBe(true);
  });

  test('finds 市商务局 by the first letters of its pinyin', async () => {
    expect((await unitChoices(context)).find((u) => u.initials === 'sswj')?.shortName).toBe('市商务局');
  });

  test('is not offered a dissolved unit, but its name can still be read', async () => {
    const unit = await context.db.unit.update({ where: { code: 'ningxiang' }, data: { active: false } });
    expect((await districtUnits(context)).map((u) => u.code)).not.toContain('ningxiang');
    expect((await findUnitsByIds(context, [unit.id, unit.id])).get(unit.id)?.shortName).toBe('宁乡市');
  });

  test('has every name and duty word of a unit known to the reader of plans', async () => {
    const commerce = (await referenceUnits(context)).find((u) => u.code === 'fagai');
    expect(commerce?.aliases).toContain('市发改委');
    expect(commerce?.duties.length).toBeGreaterThan(5);
  });
});
