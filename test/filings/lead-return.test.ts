import { Conflict, Forbidden, Refused } from '../../src/kernel/errors.ts';
import { leadReturnFiling } from '../../src/filings/lead-return-filing.ts';
import { databases } from '../support/fresh-db.ts';
import { failureOf } from '../support/failure-of.ts';
import { openDesk, type Desk } from './desk.ts';

describe.each(databases)('the lead and a supporting unit\'s report, on %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
    desk.on('2023-06-02');
    await desk.signOff('fagai-head', '2023-05');
    await desk.signOff('fagai-head', '2023-04');
  });
  afterAll(() => desk.context.done());

  const sendBack = async (login: string, period: string, reason = '口径不一，请核对'): Promise<unknown> =>
    leadReturnFiling(desk.context, desk.person(login), { taskId: desk.matter.taskId, period, branchId: await desk.branchOf('fagai') }, await desk.reading(period, { checks: [], reason }, 'fagai'));

  test.each(['shangwu', 'fagai-head', 'duchashi', 'duchayuan', 'shizhang'])('%s cannot send it back in the lead\'s name', async (login) => {
    expect(await failureOf(sendBack(login, '2023-04'))).toBeInstanceOf(Forbidden);
  });

  test('a reason is needed', async () => {
    expect(await failureOf(sendBack('shangwu-head', '2023-04', ''))).toBeInstanceOf(Refused);
  });

  test('the lead\'s head sends it back once per period; the unit has three working days again (R9)', async () => {
    await sendBack('shangwu-head', '2023-05');
    const filing = await desk.row('2023-05', 'fagai');
    expect([filing?.status, filing?.dueOn, filing?.leadReturnedRound, filing?.versions[0]?.verdict]).toEqual(['returned', '2023-06-07', 1, 'returned']);
    expect(await failureOf(sendBack('shangwu-head', '2023-05'))).toBeInstanceOf(Conflict);
    await desk.signOff('fagai-head', '2023-05', { done: '已核对口径。' });
    expect(await failureOf(sendBack('shangwu-head', '2023-05'))).toBeInstanceOf(Forbidden);
    await desk.sendBack('duchashi', '2023-05', {}, 'fagai');
    expect((await desk.row('2023-05', 'fagai'))?.status).toBe('returned');
  });
});
