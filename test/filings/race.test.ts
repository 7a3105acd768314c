import { Conflict } from '../../src/kernel/errors.ts';
import { textOf } from '../../src/filings/filing.ts';
import { sealContent } from '../../src/filings/filing-digest.ts';
import { periodsOf } from '../../src/tasks/period.ts';
import { databases } from '../support/fresh-db.ts';
import { anotherTask, openDesk, type Desk } from './desk.ts';

// Forty here; `C3_RACES=1000` runs them all.
const ROUNDS = Number(process.env['C3_RACES'] ?? 40);
const LONG = { startOn: '2021-01-01', deadline: '2023-12-31', handedOverOn: '2021-01-04', districtIds: [], supportIds: [] };
const PERIODS = periodsOf('monthly', LONG, '2023-05-31');

type Outcome = 'approved what was read' | 'refused' | 'approved something else';

/** One supervisor accepts what is on the screen while another returns it and the unit sends other words. */
async function raceOnce(desk: Desk, period: string, first: number): Promise<Outcome> {
  await desk.signOff('shangwu-head', period, { progress: 100, done: `第${first}稿` });
  const read = await desk.reading(period);
  const swap = async (): Promise<void> => {
    await desk.sendBack('duchashi2', period, { version: read.version, digest: read.digest });
    await desk.signOff('shangwu-head', period, { progress: 100, done: `第${first}稿的替换` });
  };
  // Now the one, now the other is a few milliseconds ahead.
  const lead = first % 7;
  const [approval] = await Promise.allSettled([
    wait(first % 2 === 0 ? lead : 0).then(() => desk.accept('duchashi', period, read)),
    wait(first % 2 === 0 ? 0 : lead * 2).then(swap),
  ]);
  if (approval.status === 'rejected') {
    if (!(approval.reason instanceof Conflict)) throw approval.reason;
    return 'refused';
  }
  const filing = await desk.row(period);
  const approved = filing?.versions.find((v) => v.verdict === 'accepted');
  const standing = filing == null ? '' : sealContent(textOf(filing), []).digest;
  return approved?.digest === read.digest && standing === read.digest ? 'approved what was read' : 'approved something else';
}

const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, milliseconds); });

describe.each(databases)('on %s', (kind) => {
  test('in races between approving and swapping the text, only what was read is ever approved (C3)', async () => {
    const desk = await openDesk(kind, LONG);
    const desks = [desk];
    while (desks.length * PERIODS.length < ROUNDS) desks.push(await anotherTask(desk, LONG));
    const places = desks.flatMap((d) => PERIODS.map((period) => ({ d, period }))).slice(0, ROUNDS);
    const outcomes: Outcome[] = [];
    for (const [n, { d, period }] of places.entries()) outcomes.push(await raceOnce(d, period, n + 1));
    expect(outcomes).toHaveLength(ROUNDS);
    expect(outcomes.filter((o) => o === 'approved something else')).toEqual([]);
    expect(outcomes).toContain('approved what was read');
    expect(outcomes).toContain('refused');
    process.stdout.write(ROUNDS > 40 ? `C3 on ${kind}: ${ROUNDS} races, ${outcomes.filter((o) => o === 'refused').length} refused, 0 approved something else\n` : '');
    await desk.context.done();
  }, 60_000 + ROUNDS * 2400);

  test('when two colleagues begin the same report at once, one of them is told', async () => {
    const desk = await openDesk(kind);
    const results = await Promise.allSettled([desk.save('shangwu', '2023-05', { version: 0, done: '甲' }), desk.save('shangwu-head', '2023-05', { version: 0, done: '乙' })]);
    const told = results.filter((r) => r.status === 'rejected');
    expect([told.length, told[0]?.reason instanceof Conflict, await desk.context.db.filing.count()]).toEqual([1, true, 1]);
    await desk.context.done();
  });
});
