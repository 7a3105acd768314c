import { auditState } from '../../src/dashboards/audit-state.ts';
import { assembleMatter } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe("the auditor's desk", () => {
  let context: TestContext;
  beforeAll(async () => {
    context = await testContext('sqlite');
    await assembleMatter(context);
  });
  afterAll(() => context.done());

  test('shows the newest events first and that their seals hold', async () => {
    const state = await auditState(context);
    expect([state.brokenAt, state.checked, state.newest.length]).toEqual([null, state.total, state.total]);
    expect(state.newest.map((e) => e.seq)).toEqual([...state.newest.map((e) => e.seq)].sort((a, b) => b - a));
  });

  test('names the row that somebody changed behind the log', async () => {
    // Who holds the database file can take the triggers away; the seals they cannot make.
    await context.db.$executeRaw`DROP TRIGGER "AuditEvent_no_update"`;
    await context.db.$executeRaw`UPDATE "AuditEvent" SET "actorName" = '别人' WHERE "seq" = 4`;
    expect((await auditState(context)).brokenAt).toBe(4);
  });
});
