import { instantAt } from '../../src/kernel/clock.ts';
import { approveExtension } from '../../src/tasks/approve-extension.ts';
import { askExtension } from '../../src/tasks/ask-extension.ts';
import { decideExtension } from '../../src/tasks/decide-extension.ts';
import { EXTENSION_ACTS, EXTENSION_LIFE, EXTENSION_STATUSES } from '../../src/tasks/extension-lifecycle.ts';
import { whyNotExtension } from '../../src/tasks/extension-policy.ts';
import { prepareExtension } from '../../src/tasks/prepare-extension.ts';
import { takeBackExtension } from '../../src/tasks/take-back-extension.ts';
import { assembleMatter, handOverTask, signEverywhere, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe.each(databases)('an extension on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let id: number;
  const seen = async (): Promise<{ version: number }> => context.db.task.findUniqueOrThrow({ where: { id }, select: { version: true } });
  const task = () => context.db.task.findUniqueOrThrow({ where: { id }, include: { extensions: { orderBy: { id: 'asc' } } } });
  const wish = async (toDeadline: string) => ({ ...(await seen()), toDeadline, reason: '用地报批延后', progressNote: '已完成六成' });
  const decision = async (value: 'granted' | 'refused', reason = '') => ({ ...(await seen()), decision: value, reason });

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
  });
  beforeEach(async () => {
    id = await handOverTask(context, matter, matter.sentenceIds, { districtIds: [], supportIds: [], deadline: '2023-08-31' });
    await signEverywhere(context, matter, id);
  });
  afterAll(() => context.done());

  test('of more than 90 days is endorsed by the supervisor and granted by a leader; the light is hatched until then', async () => {
    await askExtension(context, matter.person('shangwu-head'), id, await wish('2023-11-30'));
    await decideExtension(context, matter.person('duchashi'), id, await decision('granted', '情况属实'));
    expect(await task()).toMatchObject({ deadline: '2023-08-31', extensionPending: true, turn: 'leader', extensions: [{ status: 'endorsed', endorsement: '情况属实', decidedById: null }] });
    await approveExtension(context, matter.person('shizhang'), id, await decision('granted'));
    expect(await task()).toMatchObject({ deadline: '2023-11-30', originalDeadline: '2023-08-31', extensionPending: false, turn: 'lead', extensions: [{ status: 'granted' }] });
  });

  test('of 90 days is the supervisor\'s own; a second one goes to the leader, who may overrule it; there is no third (R14)', async () => {
    const head = matter.person('shangwu-head');
    await askExtension(context, head, id, await wish('2023-09-30'));
    await decideExtension(context, matter.person('duchashi'), id, await decision('granted'));
    await askExtension(context, head, id, await wish('2023-10-31'));
    await decideExtension(context, matter.person('duchashi'), id, await decision('granted'));
    await approveExtension(context, matter.person('shizhang'), id, await decision('refused', '不能再延'));
    expect(await task()).toMatchObject({ deadline: '2023-09-30', extensionPending: false });
    await askExtension(context, head, id, await wish('2023-10-31'));
    await decideExtension(context, matter.person('duchashi'), id, await decision('granted'));
    await approveExtension(context, matter.person('shizhang'), id, await decision('granted'));
    await expect(askExtension(context, head, id, await wish('2023-11-30'))).rejects.toThrow('tasks.why_not.extension_left');
  });

  test('is written by the clerk and asked for by the head, who may take it back; a prepared one hatches nothing', async () => {
    await prepareExtension(context, matter.person('shangwu'), id, await wish('2023-09-30'));
    expect(await task()).toMatchObject({ extensionPending: false, turn: 'lead', extensions: [{ status: 'prepared' }] });
    await askExtension(context, matter.person('shangwu-head'), id, await wish('2023-10-15'));
    expect(await task()).toMatchObject({ extensionPending: true, turn: 'supervisor', extensions: [{ status: 'pending', toDeadline: '2023-10-15', draftedById: matter.person('shangwu').accountId }] });
    await takeBackExtension(context, matter.person('shangwu-head'), id, { ...(await seen()), reason: '已赶上进度' });
    expect(await task()).toMatchObject({ extensionPending: false, turn: 'lead', extensions: [{ status: 'taken_back' }] });
    await expect(decideExtension(context, matter.person('duchashi'), id, await decision('granted'))).rejects.toThrow('tasks.why_not.pending_extension');
  });

  test('is not decided by whoever wrote, asked for or endorsed it, in whichever post; the database refuses it too', async () => {
    await prepareExtension(context, matter.person('shangwu'), id, await wish('2023-12-20'));
    await askExtension(context, matter.person('shangwu-head'), id, await wish('2023-12-20'));
    for (const login of ['shangwu', 'shangwu-head']) {
      const samePerson = { ...matter.person('duchashi'), accountId: matter.person(login).accountId };
      await expect(decideExtension(context, samePerson, id, await decision('granted'))).rejects.toThrow('tasks.why_not.other_person');
    }
    await decideExtension(context, matter.person('duchashi'), id, await decision('granted'));
    await expect(approveExtension(context, { ...matter.person('shizhang'), accountId: matter.person('duchashi').accountId }, id, await decision('granted'))).rejects.toThrow('tasks.why_not.other_person');
    await expect(context.db.extension.updateMany({ where: { taskId: id }, data: { decidedById: matter.person('duchashi').accountId } })).rejects.toThrow();
    await expect(context.db.extension.updateMany({ where: { taskId: id }, data: { toDeadline: '2024-12-31' } })).rejects.toThrow();
  });

  test('is decided by nobody else, and the supervisor cannot do the leader\'s part', async () => {
    await askExtension(context, matter.person('shangwu-head'), id, await wish('2023-12-20'));
    await expect(approveExtension(context, matter.person('shizhang'), id, await decision('granted'))).rejects.toThrow('tasks.why_not.pending_extension');
    await decideExtension(context, matter.person('duchashi'), id, await decision('granted'));
    await expect(approveExtension(context, matter.person('duchashi2'), id, await decision('granted'))).rejects.toThrow('tasks.why_not.extension.approve');
    await expect(decideExtension(context, matter.person('duchashi2'), id, await decision('refused', '不'))).rejects.toThrow('tasks.why_not.pending_extension');
  });

  test('that was decided after the deadline keeps the light red until then (R13)', async () => {
    await askExtension(context, matter.person('shangwu-head'), id, await wish('2023-10-31'));
    context.clock.set(instantAt('2023-09-04', '09:00'));
    expect(await task()).toMatchObject({ redFrom: expect.stringMatching(/^2023-0[1-9]/) as string, extensionPending: true });
    await decideExtension(context, matter.person('duchashi'), id, await decision('granted'));
    context.clock.set(instantAt('2023-06-15', '09:00'));
    expect((await task()).deadline).toBe('2023-10-31');
  });
});

test('every act of the table is allowed exactly in its stages and to its people', () => {
  const unit = [{ unitId: 7, role: 'lead', signedAt: null }];
  const actors = { lead_head: ['head', 7], lead_clerk: ['clerk', 7], supervisor: ['supervisor', 1], leader: ['leader', 2], inspector: ['inspector', 1], branch_head: ['head', 9] } as const;
  const wrong: string[] = [];
  for (const act of EXTENSION_ACTS) for (const status of ['none', ...EXTENSION_STATUSES]) for (const [relation, [role, unitId]] of Object.entries(actors)) {
    const toDeadline = act === 'endorse' ? '2024-12-31' : '2023-09-30';
    const extensions = status === 'none' ? [] : [{ status, askedById: 1, draftedById: null, endorsedById: null, fromDeadline: '2023-08-31', toDeadline }];
    const task = { status: 'underway', deadline: '2023-08-31', originalDeadline: '2023-08-31', assignments: unit, parentAssignments: [], extensions };
    const actor = { accountId: 99, postId: 1, role, unitId, unitName: '', name: '' } as never;
    const stage = ['granted', 'refused', 'taken_back'].includes(status) ? 'none' : status;
    const row: { from: readonly string[]; by: readonly string[] } = EXTENSION_LIFE[act];
    if ((whyNotExtension(actor, act, task, '2023-06-15') === null) !== (row.from.includes(stage) && row.by.includes(relation))) wrong.push(`${act} ${status} ${relation}`);
  }
  expect(wrong).toEqual([]);
});
