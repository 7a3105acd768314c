import { coverageOf, worstMark } from '../../src/coverage/coverage.ts';
import { coverageOfPlan } from '../../src/coverage/coverage-queries.ts';
import { commitmentLines } from '../../src/coverage/list-queries.ts';
import { countStates } from '../../src/coverage/coverage-count.ts';
import { discardTask } from '../../src/tasks/discard-task.ts';
import { confirmEnding } from '../../src/tasks/confirm-ending.ts';
import { createTask } from '../../src/tasks/create-task.ts';
import { proposeEnding } from '../../src/tasks/propose-ending.ts';
import { TASK_STATUSES } from '../../src/tasks/task.ts';
import { assembleMatter, handOverTask, type Matter } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

const DAY = '2023-06-15';
const task = (status: string, more: { yellowFrom?: string; redFrom?: string } = {}) => ({ status, startOn: '2023-01-01', yellowFrom: null, redFrom: null, ...more });
const OPEN = { decision: 'open', approvedById: null };

describe('a commitment', () => {
  test.each(TASK_STATUSES.map((status) => [status, ['draft', 'suspended'].includes(status) ? 'partly' : ['withdrawn', 'merged'].includes(status) ? 'gap' : 'covered']))('whose only task is %s is %s', (status, state) => {
    expect(coverageOf(OPEN, [task(status)], DAY).state).toBe(state);
  });

  test('shows the worst light of the tasks that carry it', () => {
    const tasks = [task('underway'), task('underway', { yellowFrom: '2023-06-01' }), task('withdrawn', { redFrom: '2023-01-01' })];
    expect(coverageOf(OPEN, tasks, DAY)).toEqual({ state: 'covered', light: 'yellow', mark: 'yellow' });
    expect(coverageOf(OPEN, tasks, '2023-05-31').light).toBe('green');
  });

  test('is left undecomposed only once a second supervisor has confirmed it', () => {
    expect(coverageOf({ decision: 'not_decomposed', approvedById: null }, [], DAY).mark).toBe('gap');
    expect(coverageOf({ decision: 'not_decomposed', approvedById: 7 }, [], DAY).mark).toBe('none');
  });

  test('lends its sentence the worst mark of all that the sentence holds', () => {
    expect(worstMark(['green', 'gap', 'yellow'])).toBe('gap');
    expect(worstMark(['green', 'red', 'gap'])).toBe('red');
    expect(worstMark([null])).toBeNull();
  });
});

/** The same question asked another way: by counting in the database, commitment by commitment. */
async function countedAnew({ db }: TestContext, planId: number) {
  const counts = { covered: 0, partly: 0, gap: 0, exempt: 0, statement: 0 };
  for (const c of await db.commitment.findMany({ where: { planId } })) {
    const among = (status: string[]) => db.task.count({ where: { parentId: null, status: { in: status }, sources: { some: { OR: [{ commitmentId: c.id }, { sentenceId: c.sentenceId, commitmentId: null }] } } } });
    if ((await among(['issued', 'underway', 'submitted', 'closed', 'archived', 'standing'])) > 0) counts.covered += 1;
    else if (c.decision === 'statement') counts.statement += 1;
    else if ((await among(['draft', 'suspended'])) > 0) counts.partly += 1;
    else if (c.decision === 'not_decomposed' && c.approvedById !== null) counts.exempt += 1;
    else counts.gap += 1;
  }
  return counts;
}

describe.each(databases)('coverage of a plan on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  const coverage = async () => (await coverageOfPlan(context, matter.planId, DAY)).commitments;
  beforeEach(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context);
  });
  afterEach(() => context.done());

  test('agrees with counting its tasks anew, whatever state they are in', async () => {
    for (const [i, status] of TASK_STATUSES.entries()) {
      const id = await handOverTask(context, matter, [matter.sentenceIds[i % matter.sentenceIds.length] ?? 0]);
      await context.db.task.update({ where: { id }, data: { status } });
      expect(countStates(await coverage())).toEqual(await countedAnew(context, matter.planId));
    }
  });

  test('names the tasks of others to no unit', async () => {
    const covered = (await coverage()).slice(0, 1);
    const id = await handOverTask(context, matter, [covered[0]?.sentenceId ?? 0]);
    const tasksOf = async (login: string) => (await commitmentLines(context, matter.person(login), covered)).flatMap((line) => line.tasks.map((t) => t.id));
    for (const login of ['duchashi', 'shangwu', 'fagai']) expect([login, ...(await tasksOf(login))]).toEqual([login, id]);
    expect(await tasksOf('yuhua')).toEqual([]);
  });

  test('loses a commitment at once when its last task ends', async () => {
    const [open] = (await coverage()).filter((c) => c.state === 'gap');
    if (open === undefined) throw new Error('the plan has no gap');
    const stateNow = async () => (await coverage()).find((c) => c.id === open.id)?.state;
    const supervisor = matter.person('duchashi');
    const { id } = await createTask(context, supervisor, {
      title: '试点', requirement: '试点', standard: '完成', contact: '', startOn: '2023-01-01', deadline: '2023-12-31', cycle: 'yearly', leadId: matter.unit('gongxin'),
      responsibleIds: [], supportIds: [], districtIds: [], rollup: 'all', sentenceIds: [open.sentenceId],
    });
    expect(await stateNow()).toBe('partly');
    const { version } = await context.db.task.findUniqueOrThrow({ where: { id } });
    await discardTask(context, supervisor, id, { version });
    expect(await stateNow()).toBe('gap');
  });

  test('turns from covered to gap the moment a second supervisor confirms that its only task is withdrawn, and its districts do not keep it', async () => {
    const [open] = await coverage();
    const id = await handOverTask(context, matter, [open?.sentenceId ?? 0]);
    expect(countStates(await coverage()).covered).toBeGreaterThan(0);
    expect(await context.db.task.count({ where: { parentId: id } })).toBe(2);
    const version = async () => (await context.db.task.findUniqueOrThrow({ where: { id } })).version;
    await proposeEnding(context, matter.person('duchashi'), id, { version: await version(), kind: 'withdraw', reason: '机构调整', survivor: '' });
    expect(countStates(await coverage()).covered).toBeGreaterThan(0);
    await confirmEnding(context, matter.person('duchashi2'), id, { version: await version(), remark: '同意' });
    expect((await coverage()).find((c) => c.id === open?.id)).toMatchObject({ state: 'gap', mark: 'gap' });
    expect(countStates(await coverage())).toEqual(await countedAnew(context, matter.planId));
  });
});
