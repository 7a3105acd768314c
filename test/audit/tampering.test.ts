import fs from 'node:fs';
import { anchorsFile, appendAnchor } from '../../src/audit/audit-anchors.ts';
import { recordEvent } from '../../src/audit/record-event.ts';
import { verifyChain } from '../../src/audit/verify-chain.ts';
import { transaction } from '../../src/kernel/db/transaction.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { dice, TAMPERINGS, Thief } from './tamperings.ts';

/** 1,000 at a release (`TAMPERINGS=1000`), fewer with every commit. */
const COUNT = Number(process.env['TAMPERINGS'] ?? '180');
const KINDS = Object.keys(TAMPERINGS);
const EVENTS = 40;

describe('somebody with full access to the database, but without the key', () => {
  let context: TestContext;
  let thief: Thief;
  beforeEach(async () => {
    context = await testContext('sqlite');
    for (let i = 1; i <= EVENTS; i += 1) {
      context.clock.advance(60_000);
      await transaction(context, (tx) => recordEvent(tx, context, null, { event: 'task.changed', subject: `task:${i}`, data: { number: i } }));
    }
    thief = new Thief(context.url);
  });
  afterEach(() => {
    thief.close();
    return context.done();
  });

  const found = async (kind: string, roll: ReturnType<typeof dice>): Promise<boolean> => {
    thief.tamper(kind, roll);
    return (await verifyChain(context)).fault !== null;
  };
  const misses = async (): Promise<Record<string, number>> => {
    const roll = dice(20_230_615);
    const missed: Record<string, number> = {};
    for (let i = 0; i < COUNT; i += 1) {
      const kind = KINDS[i % KINDS.length] ?? '';
      if (!(await found(kind, roll))) missed[kind] = (missed[kind] ?? 0) + 1;
    }
    return missed;
  };

  test(`is found out every time while there is an anchor outside: ${COUNT} of ${COUNT} tamperings of nine kinds`, async () => {
    await appendAnchor(context);
    expect(await misses()).toEqual({});
    thief.restore();
    expect(await verifyChain(context)).toMatchObject({ count: EVENTS, anchors: 1, fault: null });
  });

  test('goes unnoticed without the anchor where the end is cut off or everything is wiped: the control', async () => {
    expect(Object.keys(await misses()).sort()).toEqual(['all of it wiped', 'the tail cut off']);
  });

  test('goes unnoticed without a key too where the chain is written anew: the control', () => {
    thief.sealPlainly();
    const roll = dice(1);
    const missed = KINDS.filter((kind) => {
      thief.tamper(kind, roll);
      return thief.looksWhole();
    });
    expect(missed.sort()).toEqual(['a row forged at the end', 'all of it wiped', 'rewritten from a row on', 'the tail cut off']);
  });

  test('is told where the log stops being true', async () => {
    await appendAnchor(context);
    const first = async (rows: (all: never[]) => never[]): Promise<object | null> => {
      thief.restore();
      const all = await context.db.auditEvent.findMany({ orderBy: { seq: 'asc' } });
      thief.write(rows(all.map((row) => ({ ...row, at: row.at.toISOString() })) as never[]));
      return (await verifyChain(context)).fault;
    };
    expect(await first((all) => all.filter((_, i) => i !== 6))).toEqual({ seq: 7, kind: 'gap' });
    expect(await first((all) => all.slice(0, 30))).toEqual({ seq: 31, kind: 'gap' });
    expect(await first((all) => all.map((row, i) => (i === 9 ? { ...(row as object), data: '{}' } as never : row)))).toEqual({ seq: 10, kind: 'seal' });
  });

  test('who cuts the file of anchors short in its last line spoils no other line', async () => {
    await appendAnchor(context);
    fs.appendFileSync(anchorsFile(context.config), '41\tabc');
    expect(await verifyChain(context)).toMatchObject({ anchors: 1, fault: null });
  });
});
