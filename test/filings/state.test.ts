import { periodsOfBranch, type FilingBranch, type WrittenPeriod } from '../../src/filings/filing-state.ts';

const NO_EXCEPTIONS = new Map<string, boolean>();
const TASK = { cycle: 'monthly', startOn: '2023-01-01', deadline: '2023-12-31', issuedAt: null, status: 'underway', closedOn: null, pauses: null };
const written = (period: string, over: Partial<WrittenPeriod> = {}): WrittenPeriod =>
  ({ period, status: 'submitted', dueOn: '2023-02-06', originalDueOn: '2023-02-06', round: 1, firstSentAt: new Date('2023-02-06T15:59:00Z'), ...over });
const branch = (over: Partial<FilingBranch> = {}): FilingBranch => ({ role: 'lead', dueOn: '2023-12-31', handedAt: null, task: TASK, filings: [], ...over });
const january = (today: string, filings: WrittenPeriod[] = [], over: Partial<FilingBranch> = {}) => {
  const { state, owed, overdueDays, dueOn } = periodsOfBranch(branch({ filings, ...over }), today, NO_EXCEPTIONS)[0] ?? { state: 'none', owed: false, overdueDays: -1, dueOn: '' };
  return [state, owed, overdueDays, dueOn];
};

describe('the state of a period', () => {
  test('runs while the month runs, is owed once it is over, and overdue the day after its due day', () => {
    expect([january('2023-01-31'), january('2023-02-01'), january('2023-02-06'), january('2023-02-07'), january('2023-02-13')])
      .toEqual([['owed', false, 0, '2023-02-06'], ['owed', true, 0, '2023-02-06'], ['owed', true, 0, '2023-02-06'], ['owed', true, 1, '2023-02-06'], ['owed', true, 5, '2023-02-06']]);
  });

  test('sent before midnight of its due day it is on time, a minute later it is late', () => {
    expect(january('2023-03-01', [written('2023-01')])).toEqual(['filed', false, 0, '2023-02-06']);
    expect(january('2023-03-01', [written('2023-01', { firstSentAt: new Date('2023-02-06T16:00:00Z') })])).toEqual(['filed_late', false, 1, '2023-02-06']);
  });

  test('late stays late after a return has moved the day, and on time stays on time (R9)', () => {
    const moved = { dueOn: '2023-02-20', round: 2 };
    expect(january('2023-03-01', [written('2023-01', { ...moved, firstSentAt: new Date('2023-02-10T01:00:00Z') })])[0]).toBe('filed_late');
    expect(january('2023-03-01', [written('2023-01', moved)])[0]).toBe('filed');
  });

  test('returned it is owed again by its new day', () => {
    const back = written('2023-01', { status: 'returned', dueOn: '2023-02-15' });
    expect([january('2023-02-15', [back]), january('2023-02-16', [back])]).toEqual([['returned', true, 0, '2023-02-15'], ['returned', true, 1, '2023-02-15']]);
  });

  test('with the clerk or the head again after a return it is still returned', () => {
    for (const status of ['draft', 'signoff']) expect(january('2023-02-10', [written('2023-01', { status, dueOn: '2023-02-15' })])[0]).toBe('returned');
  });

  test('made up after two in a row were missing both show yellow (R19); late alone, or past the own day, says so too', () => {
    const sent = (period: string, originalDueOn: string, day: string) => written(period, { originalDueOn, dueOn: originalDueOn, firstSentAt: new Date(`${day}T01:00:00Z`) });
    const madeUp = (filings: WrittenPeriod[], over: Partial<FilingBranch> = {}) => periodsOfBranch(branch({ filings, ...over }), '2023-05-04', NO_EXCEPTIONS).filter((p) => p.madeUp).map((p) => p.period);
    const [feb, mar] = [sent('2023-02', '2023-03-06', '2023-04-10'), sent('2023-03', '2023-04-05', '2023-04-11')];
    expect(madeUp([sent('2023-01', '2023-02-06', '2023-02-06'), feb, mar])).toEqual(['2023-02', '2023-03']);
    expect(madeUp([sent('2023-01', '2023-02-06', '2023-02-20'), sent('2023-02', '2023-03-06', '2023-03-06')])).toEqual([]);
    expect(madeUp([sent('2023-01', '2023-02-06', '2023-03-01')], { dueOn: '2023-02-20' })).toEqual(['2023-01']);
  });

  test('a support branch is due three working days earlier (R5)', () => {
    expect(january('2023-02-01', [], { role: 'support' })).toEqual(['owed', true, 0, '2023-02-01']);
  });

  test('after the matter was closed nothing more is owed', () => {
    const closed = periodsOfBranch(branch({ task: { ...TASK, status: 'closed', closedOn: '2023-03-10' }, filings: [written('2023-01', { status: 'accepted' })] }), '2023-06-15', NO_EXCEPTIONS);
    expect(closed.map((p) => [p.period, p.state, p.owed])).toEqual([['2023-01', 'filed', false]]);
  });

  test('a single report is owed when its day is near, and moves with the deadline until it is sent', () => {
    const once = (dueOn: string, today: string) => january(today, [], { dueOn, task: { ...TASK, cycle: 'once' } });
    expect([once('2023-06-30', '2023-06-15'), once('2023-06-30', '2023-06-16'), once('2023-09-29', '2023-06-16')])
      .toEqual([['owed', false, 0, '2023-06-30'], ['owed', true, 0, '2023-06-30'], ['owed', false, 0, '2023-09-29']]);
  });

  test('of the time before the unit had it nothing is owed, but what it sent all the same is kept, and owed again when it comes back', () => {
    const states = (filings: WrittenPeriod[]) => periodsOfBranch(branch({ filings, handedAt: new Date('2023-02-27T01:00:00Z') }), '2023-03-10', NO_EXCEPTIONS).map((p) => [p.period, p.state, p.owed]);
    expect(states([])).toEqual([['2023-03', 'owed', false]]);
    expect(states([written('2023-02', { status: 'draft', round: 0, firstSentAt: null })])[0]).toEqual(['2023-02', 'owed', false]);
    expect(states([written('2023-02', { status: 'returned' })])[0]).toEqual(['2023-02', 'returned', true]);
  });
});
