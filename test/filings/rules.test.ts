import { Refused } from '../../src/kernel/errors.ts';
import { saysLate } from '../../src/filings/filing-rules.ts';
import { databases } from '../support/fresh-db.ts';
import { failureOf } from '../support/failure-of.ts';
import { openDesk, type Desk, type Words } from './desk.ts';

/** The complaints about a report as "field: key". */
async function complaintsOf(promise: Promise<unknown>): Promise<string[]> {
  const error = await failureOf(promise);
  if (!(error instanceof Refused)) throw error instanceof Error ? error : new Error('not refused');
  return error.complaints.map((c) => `${c.field ?? ''}: ${c.key.replace('filings.error.', '')}`);
}

describe.each(databases)('what a report must say on %s', (kind) => {
  let desk: Desk;
  beforeEach(async () => { desk = await openDesk(kind); });
  afterEach(() => desk.context.done());

  const acceptedFor = async (period: string, over: Words = {}): Promise<void> => {
    await desk.signOff('shangwu-head', period, over);
    await desk.accept('duchashi', period);
  };

  test('a report that is ten points behind needs a reason and a new date (R6)', async () => {
    expect(await complaintsOf(desk.signOff('shangwu-head', '2023-05', { progress: 31 }))).toEqual(['reasonCode: reason_missing', 'newDate: new_date_missing']);
    await desk.signOff('shangwu-head', '2023-05', { progress: 31, reasonCode: 'land', newDate: '2023-08-31' });
    expect((await desk.row('2023-05'))?.status).toBe('submitted');
  });

  test('a report less than ten points behind needs none (R6)', async () => {
    await desk.signOff('shangwu-head', '2023-05', { progress: 32 });
    expect((await desk.row('2023-05'))?.newDate).toBeNull();
  });

  test('whoever gives a reason for being behind names a new date, not before today nor after the plan (R6)', async () => {
    const late = (over: Words): Promise<string[]> => complaintsOf(desk.sendUp('shangwu', '2023-05', { reasonCode: 'funds', ...over }));
    expect(await late({})).toEqual(['newDate: new_date_missing']);
    expect(await late({ newDate: '2023-06-14' })).toEqual(['newDate: new_date_past']);
    expect(await late({ newDate: '2026-01-01' })).toEqual(['newDate: new_date_after_plan']);
  });

  test('"other" is no reason until somebody says which', async () => {
    const other = { reasonCode: 'other', newDate: '2023-07-31' } as const;
    expect(await complaintsOf(desk.sendUp('shangwu', '2023-05', other))).toEqual(['reasonNote: other_unexplained']);
    await desk.sendUp('shangwu', '2023-05', { ...other, reasonNote: '设备进口受阻' });
    expect((await desk.row('2023-05'))?.status).toBe('signoff');
  });

  test('"no change" goes twice in a row without words; the third time it needs a reason (R10)', async () => {
    await acceptedFor('2023-01');
    const same = { noChange: true, done: '' };
    await acceptedFor('2023-02', same);
    await acceptedFor('2023-03', same);
    expect(await complaintsOf(desk.signOff('shangwu-head', '2023-04', same))).toEqual(['reasonNote: no_change_again']);
    await acceptedFor('2023-04', { ...same, reasonNote: '等待国家批复' });
    expect((await desk.row('2023-04'))?.status).toBe('accepted');
  });

  test('a change in between lets "no change" start anew (R10)', async () => {
    const same = { noChange: true, done: '' };
    for (const [period, over] of [['2023-01', {}], ['2023-02', same], ['2023-03', {}], ['2023-04', same], ['2023-05', same]] as const) await acceptedFor(period, over);
    expect((await desk.row('2023-05'))?.noChange).toBe(true);
  });

  test('the first report cannot say "no change", and "no change" keeps the figure', async () => {
    expect(await complaintsOf(desk.signOff('shangwu-head', '2023-01', { noChange: true }))).toEqual(['noChange: nothing_before']);
    await acceptedFor('2023-01');
    expect(await complaintsOf(desk.signOff('shangwu-head', '2023-02', { noChange: true, progress: 70 }))).toEqual(['progress: change_after_all']);
  });

  test('last period\'s words are not sent again as if they were new', async () => {
    await acceptedFor('2023-01', { done: '完成选址。' });
    expect(await complaintsOf(desk.signOff('shangwu-head', '2023-02', { done: '完成选址。' }))).toEqual(['done: same_as_last']);
  });

  test('progress that falls below what was accepted is explained', async () => {
    await acceptedFor('2023-01', { progress: 70 });
    expect(await complaintsOf(desk.signOff('shangwu-head', '2023-02', { progress: 65 }))).toEqual(['reasonNote: progress_fell']);
    await desk.signOff('shangwu-head', '2023-02', { progress: 65, reasonNote: '核减重复统计' });
    expect((await desk.row('2023-02'))?.progress).toBe(65);
  });

  test('a draft may be as unfinished as it likes', async () => {
    await desk.save('shangwu', '2023-05', { done: '', progress: 0 });
    expect(await complaintsOf(desk.sendUp('shangwu', '2023-05', { done: '', progress: 0 }))).toContain('done: done_missing');
    expect((await desk.row('2023-05'))?.status).toBe('draft');
  });
});

test('being late is said by the reason or by the figures, whichever speaks first (R6)', () => {
  expect([saysLate({ reasonCode: null, progress: 40 }, 50, 10), saysLate({ reasonCode: null, progress: 41 }, 50, 10), saysLate({ reasonCode: 'funds', progress: 90 }, 50, 10), saysLate({ reasonCode: null, progress: 0 }, null, 10)])
    .toEqual([true, false, true, false]);
});
