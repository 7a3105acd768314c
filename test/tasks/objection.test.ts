import { instantAt } from '../../src/kernel/clock.ts';
import { Conflict, Forbidden, NotFound } from '../../src/kernel/errors.ts';
import { arbitrateObjection } from '../../src/tasks/arbitrate-objection.ts';
import type { Arbitration } from '../../src/tasks/branch-forms.ts';
import { objectToAssignment } from '../../src/tasks/object-to-assignment.ts';
import { signAssignment } from '../../src/tasks/sign-assignment.ts';
import { ledgerRows } from '../../src/tasks/ledger-queries.ts';
import { NO_FILTER } from '../../src/tasks/ledger-filter.ts';
import { pressFacts } from '../../src/supervision/press-facts.ts';
import { NO_PLEAS, whyNotPress } from '../../src/supervision/press-policy.ts';
import { assembleCast, handOverTask, importPlan, type Cast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

// Handed over on Tuesday, June 13th: the units may object until Friday, the 16th.
describe.each(databases)('objections to an assignment on %s', (kind) => {
  let context: TestContext;
  let cast: Cast;
  let sentenceIds: number[];
  let id: number;
  const branchOf = (unit: string) => context.db.assignment.findUniqueOrThrow({ where: { taskId_unitId: { taskId: id, unitId: cast.unit(unit) } } });
  const task = () => context.db.task.findUniqueOrThrow({ where: { id } });
  const objects = async (unit: string): Promise<void> => {
    const branch = await branchOf(unit);
    await objectToAssignment(context, cast.person(`${unit}-head`), id, branch.id, { version: branch.version, reason: '不属于本单位职责' });
  };
  const decides = async (unit: string, ruling: Arbitration['ruling'], to: string | null = null, by = 'duchashi'): Promise<void> => {
    const branch = await branchOf(unit);
    await arbitrateObjection(context, cast.person(by), id, branch.id, { version: branch.version, ruling, unitId: to === null ? null : cast.unit(to), reason: '依据三定方案' });
  };
  const unsigned = async (unit: string): Promise<boolean> => (await ledgerRows(context, cast.person(`${unit}-head`), { ...NO_FILTER, unit: cast.unit(unit), unsigned: true }, 50)).some((row) => row.id === id);

  beforeAll(async () => {
    context = await testContext(kind);
    cast = await assembleCast(context);
    ({ sentenceIds } = await importPlan(context, cast));
  });
  beforeEach(async () => {
    context.clock.set(instantAt('2023-06-15', '09:00'));
    id = await handOverTask(context, cast, sentenceIds, { handedOverOn: '2023-06-13', startOn: '2023-06-01', districtIds: [], deadline: '2023-12-31' });
  });
  afterAll(() => context.done());

  test('while the lead\'s objection waits, the ball is with the supervisor, nobody signs and nobody presses (R26)', async () => {
    await objects('shangwu');
    expect([(await task()).turn, await unsigned('shangwu')]).toEqual(['supervisor', false]);
    await expect(signAssignment(context, cast.person('shangwu-head'), id)).rejects.toThrow('tasks.why_not.unsigned_branch');
    context.clock.set(instantAt('2023-06-30', '09:00'));
    const facts = (await pressFacts(context, context.db, [id], '2023-06-30')).get(id);
    expect(facts?.ground).toBeNull();
    expect(facts === undefined ? null : whyNotPress('urge', facts, { ...NO_PLEAS, urgent: true }, '2023-06-30', context.calendar)?.key).toBe('supervision.why_not.waits_for_supervisor');
  });

  test('dismissed, the unit\'s time to sign begins anew and it does not object again (R9)', async () => {
    await objects('shangwu');
    context.clock.set(instantAt('2023-06-20', '09:00'));
    await decides('shangwu', 'dismiss');
    expect([(await task()).turn, await unsigned('shangwu')]).toEqual(['lead', true]);
    const groundOn = async (day: string) => (await pressFacts(context, context.db, [id], day)).get(id)?.ground;
    expect([await groundOn('2023-06-22'), await groundOn('2023-06-23')]).toEqual([null, { kind: 'signature', day: '2023-06-22' }]);
    await expect(objects('shangwu')).rejects.toThrow('tasks.why_not.branch.first_objection');
    await signAssignment(context, cast.person('shangwu-head'), id);
    expect((await task()).status).toBe('underway');
  });

  test('upheld for the lead, another unit leads from the same moment; a task is never without a lead', async () => {
    await objects('shangwu');
    await expect(decides('shangwu', 'relieve')).rejects.toThrow('tasks.why_not.branch.not_lead');
    await expect(decides('shangwu', 'reassign')).rejects.toMatchObject({ complaints: [{ field: 'unitId' }] });
    await decides('shangwu', 'reassign', 'gongxin');
    expect(await task()).toMatchObject({ leadUnitId: cast.unit('gongxin'), turn: 'lead', turnUnitId: cast.unit('gongxin'), status: 'issued' });
    expect(await branchOf('shangwu')).toMatchObject({ role: 'former', objection: 'upheld', arbitration: '依据三定方案' });
    await expect(signAssignment(context, cast.person('shangwu-head'), id)).rejects.toThrow(Forbidden);
  });

  test('a supporting unit may be made the lead: it signs again, as the lead', async () => {
    await signAssignment(context, cast.person('fagai-head'), id);
    await objects('shangwu');
    await decides('shangwu', 'reassign', 'fagai');
    expect(await branchOf('fagai')).toMatchObject({ role: 'lead', signedAt: null });
    await signAssignment(context, cast.person('fagai-head'), id);
    expect(await task()).toMatchObject({ status: 'underway', leadUnitId: cast.unit('fagai') });
  });

  test('a supporting unit is relieved, or made responsible, and the lead keeps the ball meanwhile', async () => {
    await objects('fagai');
    expect((await task()).turn).toBe('lead');
    await decides('fagai', 'recast');
    expect(await branchOf('fagai')).toMatchObject({ role: 'responsible', objection: 'upheld', signedAt: null });
    await signAssignment(context, cast.person('fagai-head'), id);
    expect(await branchOf('fagai')).toMatchObject({ signedAt: context.clock.now() });
  });

  test('not after three working days, not by the clerk, not by a unit that has no branch', async () => {
    const branch = await branchOf('fagai');
    const input = { version: branch.version, reason: '职责不符' };
    await expect(objectToAssignment(context, cast.person('fagai'), id, branch.id, input)).rejects.toThrow(Forbidden);
    await expect(objectToAssignment(context, cast.person('yuhua-head'), id, branch.id, input)).rejects.toThrow(NotFound);
    context.clock.set(instantAt('2023-06-19', '00:00'));
    await expect(objects('fagai')).rejects.toThrow('tasks.why_not.branch.objection_term');
    context.clock.set(instantAt('2023-06-16', '23:59'));
    await objects('fagai');
  });

  test('whoever objected in one post does not decide in another (four eyes)', async () => {
    await objects('fagai');
    const branch = await branchOf('fagai');
    const same = { ...cast.person('duchashi'), accountId: cast.person('fagai-head').accountId };
    await expect(arbitrateObjection(context, same, id, branch.id, { version: branch.version, ruling: 'dismiss', unitId: null, reason: '不成立' })).rejects.toThrow('tasks.why_not.branch.not_objector');
  });

  test('its light stands while the objection waits, and goes on once it is dismissed (R9)', async () => {
    expect(await task()).toMatchObject({ redFrom: '2023-08-08' });
    await objects('shangwu');
    expect(await task()).toMatchObject({ redFrom: null, yellowFrom: null });
    await decides('shangwu', 'dismiss');
    expect(await task()).toMatchObject({ redFrom: '2023-08-08' });
  });

  test('signing and objecting at the same moment: one of them happens, the other is a conflict', async () => {
    const results = await Promise.allSettled([signAssignment(context, cast.person('shangwu-head'), id), objects('shangwu')]);
    const failures = results.flatMap((r) => (r.status === 'rejected' ? [r.reason as unknown] : []));
    expect(failures).toHaveLength(1);
    expect(failures[0] instanceof Conflict || failures[0] instanceof Forbidden).toBe(true);
    const { signedAt, objection } = await branchOf('shangwu');
    expect([signedAt === null, objection === null].filter((nothing) => nothing)).toHaveLength(1);
    expect(await context.db.auditEvent.count({ where: { subject: `task:${String(id)}`, event: { in: ['assignment.signed', 'assignment.objected'] } } })).toBe(1);
  });
});
