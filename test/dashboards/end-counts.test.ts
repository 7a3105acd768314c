import { endCounts, endsByPlan } from '../../src/dashboards/end-counts.ts';
import { NO_FILTER } from '../../src/tasks/ledger-filter.ts';
import { countLedger } from '../../src/tasks/ledger-queries.ts';
import { END_KINDS, type EndKind } from '../../src/tasks/task-end.ts';
import { assembleCast, handOverTask, importPlan, type Cast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

/** How many tasks stand where, with phases accepted before or not; and what each kind of end comes to, counted by hand. */
const CITY: [status: string, phases: number, tasks: number][] = [
  ['underway', 0, 2], ['underway', 2, 1], ['submitted', 1, 1], ['closed', 0, 2], ['closed', 1, 1], ['archived', 1, 1], ['standing', 0, 2], ['standing', 1, 1], ['suspended', 1, 1], ['suspended', 0, 1], ['merged', 0, 1], ['merged', 1, 1], ['withdrawn', 0, 3],
];
const BY_HAND: Record<EndKind, number> = { closed: 4, phase: 2, standing: 3, suspended: 2, merged: 2, withdrawn: 3 };

/** The same asked of the database in plain words, with nothing of the program's. */
const PLAIN: Record<EndKind, string> = {
  closed: `SELECT COUNT(*) AS n FROM "Task" WHERE "status" = 'closed' OR "status" = 'archived'`,
  phase: `SELECT COUNT(DISTINCT p."taskId") AS n FROM "PhaseClosing" p INNER JOIN "Task" t ON t."id" = p."taskId" WHERE t."closedOn" IS NULL AND t."status" NOT IN ('standing', 'suspended', 'merged', 'withdrawn', 'archived')`,
  standing: `SELECT COUNT(*) AS n FROM "Task" WHERE "status" = 'standing'`,
  suspended: `SELECT COUNT(*) AS n FROM "Task" WHERE "status" = 'suspended'`,
  merged: `SELECT COUNT(*) AS n FROM "Task" WHERE "status" = 'merged'`,
  withdrawn: `SELECT COUNT(*) AS n FROM "Task" WHERE "status" = 'withdrawn' AND "number" <> ''`,
};

describe.each(databases)('ends are counted apart on %s', (kind) => {
  let context: TestContext;
  let cast: Cast;

  beforeAll(async () => {
    context = await testContext(kind);
    cast = await assembleCast(context);
    const { sentenceIds } = await importPlan(context, cast);
    for (const [status, phases, tasks] of CITY) for (let i = 0; i < tasks; i += 1) await put(await handOverTask(context, cast, sentenceIds, { districtIds: [], supportIds: [] }), status, phases);
    const draft = await handOverTask(context, cast, sentenceIds, { districtIds: [], supportIds: [] });
    await context.db.task.update({ where: { id: draft }, data: { status: 'withdrawn', number: null } }); // a draft that was put away
  });
  afterAll(() => context.done());

  async function put(taskId: number, status: string, phases: number): Promise<void> {
    await context.db.task.update({ where: { id: taskId }, data: { status, closedOn: status === 'closed' || status === 'archived' ? '2023-06-01' : null } });
    for (let ordinal = 1; ordinal <= phases; ordinal += 1) {
      await context.db.phaseClosing.create({ data: { taskId, ordinal, title: '一期', standard: '达到', closedOn: '2023-05-01', closedAt: context.clock.now(), closedById: cast.person('duchashi').accountId, nextRequirement: '二期', nextDueOn: '2023-09-30' } });
    }
  }
  const plainly = async (end: EndKind): Promise<number> => Number((await context.db.$queryRawUnsafe<{ n: number | bigint }[]>(PLAIN[end]))[0]?.n);

  test.each(END_KINDS)('%s: by the program, by the ledger\'s list, by plain SQL and by hand', async (end) => {
    const leader = cast.person('shizhang');
    expect([(await endCounts(context, leader))[end], await countLedger(context, leader, { ...NO_FILTER, end }), await plainly(end)]).toEqual([BY_HAND[end], BY_HAND[end], BY_HAND[end]]);
  });

  test('together with those under way they are all tasks, none twice, and a month\'s snapshot counts the same', async () => {
    const counts = await endCounts(context, cast.person('shizhang'));
    const total = END_KINDS.reduce((sum, end) => sum + counts[end], 0);
    expect(total).toBe(CITY.reduce((sum, [, , tasks]) => sum + tasks, 0) - 2); // two go on without a phase
    expect(Object.fromEntries((await endsByPlan(context.db)).map((row) => [row.kind, row.count]))).toEqual(BY_HAND);
  });
});
