import { disableAccount } from '../../src/accounts/change-account.ts';
import { createAccount } from '../../src/accounts/create-account.ts';
import { recordEvent } from '../../src/audit/record-event.ts';
import { verifyChain } from '../../src/audit/verify-chain.ts';
import { isSqlite } from '../../src/kernel/db/client.ts';
import { transaction } from '../../src/kernel/db/transaction.ts';
import { createUnit } from '../../src/units/save-unit.ts';
import { assembleCast, type Cast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';

describe.each(databases)('the audit log on %s', (kind) => {
  let context: TestContext;
  let cast: Cast;
  beforeEach(async () => {
    context = await testContext(kind);
    cast = await assembleCast(context);
    await transaction(context, (tx) => recordEvent(tx, context, cast.person('admin'), { event: 'setting.changed', subject: 'setting:x', data: { from: 1, to: 2 } }));
  });
  afterEach(async () => {
    if (kind === 'postgresql') await context.db.$executeRaw`DROP FUNCTION IF EXISTS broken CASCADE`; // the next test gets this database
    await context.done();
  });

  test.each([
    ['changed', `UPDATE "AuditEvent" SET "data" = '{}' WHERE "seq" = 1`], ['deleted', 'DELETE FROM "AuditEvent"'],
    ['replaced', `INSERT OR REPLACE INTO "AuditEvent" SELECT "seq", "at", "event", "accountId", "postId", "unitId", 'x', "subject", "thread", "data", "previous", "hash" FROM "AuditEvent"`],
    ['emptied', 'TRUNCATE "AuditEvent"'],
  ])('cannot be %s through the application’s own connection', async (_what, sql) => {
    await expect(context.db.$executeRawUnsafe(sql)).rejects.toThrow();
    expect(await verifyChain(context)).toMatchObject({ count: 1, fault: null });
  });

  test('has no gap and no fork after fifty acts at once', async () => {
    const act = (i: number): Promise<void> => transaction(context, (tx) => recordEvent(tx, context, null, { event: 'task.changed', subject: `task:${i}` }));
    await Promise.all(Array.from({ length: 50 }, (_, i) => act(i)));
    expect(await verifyChain(context)).toMatchObject({ count: 51, fault: null });
  });

  test('stops every act that it cannot take down: nothing of it happens', async () => {
    await breakTheLog(context);
    const admin = cast.person('admin');
    const before = [await context.db.account.count(), await context.db.post.count(), await context.db.unit.count()];
    const acts = [
      () => createAccount(context, admin, { login: 'new', name: '新人', unit: cast.unit('shangwu'), role: 'clerk', title: '联络员' }),
      () => disableAccount(context, admin, cast.person('shangwu').accountId, { version: 1 }),
      () => createUnit(context, admin, { name: '长沙市新局', shortName: '市新局', kind: 'government', parent: null, phone: null, aliases: ['新局'], duties: [] }),
    ];
    for (const act of acts) await expect(act()).rejects.toThrow();
    expect([await context.db.account.count(), await context.db.post.count(), await context.db.unit.count()]).toEqual(before);
    expect(await context.db.account.count({ where: { active: false } })).toBe(0);
  });
});

/** From now on the database refuses every new line of the log. */
async function breakTheLog({ db, config }: TestContext): Promise<void> {
  if (isSqlite(config.databaseUrl)) {
    await db.$executeRawUnsafe(`CREATE TRIGGER "broken" BEFORE INSERT ON "AuditEvent" BEGIN SELECT RAISE(ABORT, 'broken'); END`);
    return;
  }
  await db.$executeRawUnsafe(`CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken'; END $$`);
  await db.$executeRawUnsafe('CREATE TRIGGER "broken" BEFORE INSERT ON "AuditEvent" FOR EACH ROW EXECUTE FUNCTION broken()');
}
