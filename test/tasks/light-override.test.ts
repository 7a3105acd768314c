import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { giveDelegation } from '../../src/accounts/give-delegation.ts';
import { instantAt, SetClock, type Day } from '../../src/kernel/clock.ts';
import { addDays } from '../../src/kernel/days.ts';
import { Conflict, Forbidden } from '../../src/kernel/errors.ts';
import { lightOn } from '../../src/lights/turning-days.ts';
import { distributionBy } from '../../src/dashboards/distribution-queries.ts';
import { decideOverride } from '../../src/tasks/decide-override.ts';
import { heldLight, LONGEST_OVERRIDE_DAYS } from '../../src/tasks/light-override.ts';
import { overrideLight } from '../../src/tasks/override-light.ts';
import type { OverrideWish } from '../../src/tasks/override-forms.ts';
import { proposeOverride } from '../../src/tasks/propose-override.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs } from '../support/visitor.ts';

describe.each(databases)('a light set by hand on %s (R20)', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;

  beforeAll(async () => {
    context = await testContext(kind);
    context.wallClock = new SetClock(context.clock.now()); // sessions outlive the months of the story
    matter = await assembleMatter(context, { districtIds: [], supportIds: [], deadline: '2023-08-31' });
    app = buildApp(context);
  });
  afterAll(() => context.done());

  const on = (day: Day): void => { context.clock.set(instantAt(day, '10:00')); };
  const task = () => context.db.task.findUniqueOrThrow({ where: { id: matter.taskId } });
  const wish = async (more: Partial<OverrideWish> = {}): Promise<OverrideWish> => ({ version: (await task()).version, light: 'yellow', reason: '汛期影响已核实', expiresOn: '2023-07-05', ...more });
  const set = async (more: Partial<OverrideWish> = {}): Promise<void> => overrideLight(context, matter.person('duchashi'), matter.taskId, await wish(more));
  const propose = async (more: Partial<OverrideWish> = {}): Promise<void> => proposeOverride(context, matter.person('duchayuan'), matter.taskId, await wish(more));
  const decide = async (login: string, act: 'agree' | 'decline' | 'lift', remark = ''): Promise<void> => decideOverride(context, matter.person(login), matter.taskId, { version: (await task()).version, remark }, act);
  const page = async (path = `/tasks/${String(matter.taskId)}`): Promise<string> => (await (await signInAs(app, 'shizhang')).get(path)).text;

  test('needs a reason and a last day, not past and not beyond a quarter, and another light than the computed', async () => {
    const supervisor = await signInAs(app, 'duchashi');
    const refused = await supervisor.post(`/tasks/${String(matter.taskId)}/light`, { version: String((await task()).version), light: 'yellow', reason: ' ', expiresOn: '2023-07-05' });
    expect(refused.status).toBe(422);
    for (const expiresOn of ['2023-06-14', addDays('2023-06-15', LONGEST_OVERRIDE_DAYS + 1)]) await expect(set({ expiresOn })).rejects.toThrow('tasks.error.override_day');
    await expect(set({ light: 'red' })).rejects.toThrow('tasks.error.override_same');
    expect(await context.db.lightOverride.count()).toBe(0);
  });

  test('stands on page and list with the computed one beside it, which numbers go on counting', async () => {
    const before = await task();
    const counts = () => distributionBy(context, matter.person('shizhang'), 'unit');
    const counted = await counts();
    await set();
    expect(await task()).toMatchObject({ yellowFrom: before.yellowFrom, redFrom: before.redFrom });
    for (const text of [await page(), await page('/tasks')]) expect([text.includes('滞后（人工）'), text.includes('按规则：逾期')]).toEqual([true, true]);
    expect(await counts()).toEqual(counted);
    expect(await context.db.lightOverride.findFirst()).toMatchObject({ light: 'yellow', computed: 'red', rule: 'filings_missing', reason: '汛期影响已核实', expiresOn: '2023-07-05' });
  });

  test('ends by itself after its last day, and a new one may be set then', async () => {
    on('2023-07-05');
    expect(await page()).toContain('滞后（人工）');
    on('2023-07-06');
    expect(await page()).not.toContain('（人工）');
    await set({ expiresOn: '2023-07-31' });
    expect(await context.db.lightOverride.count({ where: { status: 'in_force' } })).toBe(1);
    await decide('duchashi2', 'lift');
    await expect(decide('duchashi2', 'lift')).rejects.toThrow(Conflict);
  });

  test('proposed by an inspector it is nothing until a supervisor agrees; declining takes a reason', async () => {
    await propose({ expiresOn: '2023-07-31' });
    expect(await page()).not.toContain('（人工）');
    await expect(decide('duchayuan', 'agree')).rejects.toThrow(Forbidden);
    await expect(propose({ expiresOn: '2023-07-31' })).rejects.toThrow(Conflict);
    await expect(decide('duchashi', 'decline')).rejects.toThrow('tasks.error.refusal_reason');
    await decide('duchashi', 'decline', '依据不足');
    await propose({ light: 'green', expiresOn: '2023-09-30' });
    await decide('duchashi', 'agree');
    expect(await page()).toContain('正常（人工）');
  });

  test('a passed deadline is red: one set to green gives way, and none is set to green any more', async () => {
    on('2023-09-01');
    expect([lightOn(await task(), '2023-09-01'), (await page()).includes('（人工）')]).toEqual(['red', false]);
    await decide('duchashi', 'lift');
    await expect(set({ light: 'green', expiresOn: '2023-09-30' })).rejects.toThrow('tasks.error.override_binding');
    await propose({ light: 'yellow', expiresOn: '2023-09-30' });
    await expect(set({ light: 'green', expiresOn: '2023-09-30' })).rejects.toThrow('tasks.error.override_binding');
  });

  test('whoever stands in for the proposer is told that the two count as one, and who else can: a third supervisor', async () => {
    await decide('duchashi', 'decline', '依据不足');
    const second = matter.person('duchashi2');
    await proposeOverride(context, { ...matter.person('duchayuan'), accountId: second.accountId }, matter.taskId, await wish({ expiresOn: '2023-09-30' }));
    await giveDelegation(context, second, { to: matter.person('duchashi').accountId, startsOn: '2023-09-01', endsOn: '2023-09-05', reason: '休假' });
    const zhou = await signInAs(app, 'duchashi');
    const held = await zhou.get(`/tasks/${String(matter.taskId)}`);
    expect([held.text.includes('视同一人'), held.text.includes('由管理员为第三人设督查室岗位')]).toEqual([true, true]);
    expect((await zhou.post(`/tasks/${String(matter.taskId)}/light/agreement`, { version: String((await task()).version) })).status).toBe(403);
    await decideOverride(context, { ...matter.person('duchashi'), accountId: 9999 }, matter.taskId, { version: (await task()).version, remark: '' }, 'agree');
    expect(await page()).toContain('滞后（人工）');
  });
});

test.each([
  ['in force', { status: 'in_force', light: 'yellow', expiresOn: '2023-06-15' }, 'yellow'], ['only proposed', { status: 'proposed', light: 'yellow', expiresOn: '2023-06-30' }, null],
  ['lifted', { status: 'lifted', light: 'yellow', expiresOn: '2023-06-30' }, null], ['past its day', { status: 'in_force', light: 'yellow', expiresOn: '2023-06-14' }, null],
  ['green after the deadline', { status: 'in_force', light: 'green', expiresOn: '2023-06-30' }, null],
] as const)('one that is %s holds as it should', (_title, override, held) => {
  expect(heldLight(override, 'red', { deadline: '2023-06-14', course: null }, '2023-06-15')).toBe(held);
});
