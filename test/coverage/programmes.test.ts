import { seedPlan } from '../../prisma/seeds/plan.ts';
import { buildApp } from '../../src/app.ts';
import { assembleCast, handOverTask } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

describe('a leader who asks for the named programmes', () => {
  let context: TestContext;
  let leader: Visitor;
  let planId: number;
  let ordinal: number;
  beforeAll(async () => {
    context = await testContext('sqlite');
    const cast = await assembleCast(context);
    planId = await seedPlan(context, cast.person('duchashi'));
    const programme = await context.db.programme.findFirstOrThrow({ where: { planId, name: '产业基础再造工程' } });
    ordinal = programme.ordinal;
    const sentence = await context.db.sentence.findFirstOrThrow({ where: { planId, start: { lte: programme.start }, end: { gt: programme.start } } });
    await handOverTask(context, cast, [sentence.id], { leadId: cast.unit('gongxin'), supportIds: [], districtIds: [] });
    leader = await signInAs(buildApp(context), 'shizhang');
  });
  afterAll(() => context.done());

  test('finds the three groups of the Changsha plan with all their members', async () => {
    const { text } = await leader.get(`/plans/${planId}/programmes`);
    for (const [group, count] of [['十二大工程', 12], ['六大计划', 6], ['十二大行动', 12]] as const) expect(text).toContain(`${group} <span class="quiet">${count}</span>`);
  });

  test('sees who leads a programme and what has become of its parts', async () => {
    const { text } = await leader.get(`/plans/${planId}/programmes/${ordinal}`);
    expect(text).toContain('产业基础再造工程');
    expect(text).toMatch(/牵头单位：[^<]*市工信局/);
    expect((await leader.get(`/plans/${planId}/programmes/9999`)).status).toBe(404);
  });
});
