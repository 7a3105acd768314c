import { addDays } from '../../src/kernel/days.ts';
import { instantAt } from '../../src/kernel/clock.ts';
import { inboxOf, countUnread } from '../../src/messages/inbox-queries.ts';
import { markRead } from '../../src/messages/mark-read.ts';
import { sendDigests } from '../../src/messages/send-digests.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { anotherTask, openDesk, type Desk } from '../filings/desk.ts';
import { databases } from '../support/fresh-db.ts';

describe.each(databases)('the daily digest on %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => { desk = await openDesk(kind); });
  afterAll(() => desk.context.done());

  /** What a unit is told on a day, as kinds. */
  async function toldOn(day: string, unit = 'shangwu'): Promise<string[]> {
    desk.context.clock.set(instantAt(day, '09:30'));
    await sendDigests(desk.context);
    const message = await desk.context.db.message.findFirst({ where: { day, kind: 'unit', unitId: desk.matter.unit(unit) }, include: { items: { orderBy: { id: 'asc' } } } });
    return message?.items.map((item) => item.kind) ?? [];
  }
  const wholeInbox = async (login: string) => (await inboxOf(desk.context, desk.person(login), 1)).messages;

  test('is written once, however often the job runs', async () => {
    expect(await toldOn('2023-02-03')).toEqual(['filing']); // January's report is due on Monday 02-06
    expect(await sendDigests(desk.context)).toBe(0);
    expect(await Promise.all([sendDigests(desk.context), sendDigests(desk.context)])).toEqual([0, 0]);
    expect((await wholeInbox('shangwu')).map((m) => [m.day, m.items.length])).toEqual([['2023-02-03', 1]]);
    expect(await wholeInbox('shangwu-head')).toEqual([]);
  });

  test('is not written outside working hours', async () => {
    for (const at of [instantAt('2023-02-04', '10:00'), instantAt('2023-02-06', '08:30'), instantAt('2023-02-06', '19:00')]) {
      desk.context.clock.set(at);
      expect(await sendDigests(desk.context)).toBe(0);
    }
  });

  test('says nothing of what waits for the reviewer, whose own days are counted instead (R26)', async () => {
    desk.on('2023-02-06');
    await desk.bringTo('2023-01', 'submitted');
    for (let day = '2023-02-07'; day <= '2023-02-20'; day = addDays(day, 1)) expect([day, ...await toldOn(day)]).toEqual([day]);
    const waiting = await desk.context.db.message.findMany({ where: { kind: 'review', items: { some: { kind: 'review' } } }, orderBy: { day: 'asc' } });
    expect(waiting.map((m) => m.day)).toEqual(['2023-02-07', '2023-02-09', '2023-02-13', '2023-02-17']); // to be answered by 02-09
    expect(await countUnread(desk.context, desk.person('duchashi'))).toBe(4);
  });

  test('begins anew after a return (R9)', async () => {
    desk.on('2023-02-21');
    await desk.sendBack('duchashi', '2023-01');
    const days: string[] = [];
    for (let day = '2023-02-22'; day <= '2023-03-08'; day = addDays(day, 1)) if ((await toldOn(day)).includes('returned')) days.push(day);
    expect(days).toEqual(['2023-02-22', '2023-02-24', '2023-02-28', '2023-03-06']);
  });

  test('tells the head once a 催办单 stands behind it, and of nothing else', async () => {
    desk.context.clock.set(instantAt('2023-03-13', '17:45'));
    await issueUrge(desk.context, desk.person('duchayuan'), desk.matter.taskId, { unitId: desk.matter.unit('shangwu'), reason: '逾期', requirement: '抓紧', replyDays: 5, urgentReason: '', capReason: '' });
    expect((await toldOn('2023-03-14'))[0]).toBe('slip');
    expect((await wholeInbox('shangwu-head')).map((m) => m.items.map((i) => i.kind))).toEqual([['slip']]);
  });

  test('says who has not signed, and stays away from units that have no part', async () => {
    desk.on('2023-03-20');
    await anotherTask(desk, { leadId: desk.matter.unit('gongxin'), supportIds: [desk.matter.unit('yuhua')], districtIds: [], handedOverOn: '2023-03-20' }).catch(() => undefined);
    await desk.context.db.assignment.updateMany({ where: { unitId: desk.matter.unit('yuhua'), task: { leadUnitId: desk.matter.unit('gongxin') } }, data: { signedAt: null } });
    expect(await toldOn('2023-03-22', 'yuhua')).not.toContain('signature');
    expect(await toldOn('2023-03-23', 'yuhua')).toContain('signature');
    expect(await desk.context.db.message.count({ where: { unitId: desk.matter.unit('gongxin') } })).toBe(0); // nobody is there to be told
  });

  test('is read by its post alone, and what was said stays', async () => {
    const [message] = await wholeInbox('shangwu');
    const unread = await countUnread(desk.context, desk.person('shangwu'));
    await markRead(desk.context, desk.person('fagai'), message?.id ?? 0);
    expect(await countUnread(desk.context, desk.person('shangwu'))).toBe(unread);
    await markRead(desk.context, desk.person('shangwu'), message?.id ?? 0);
    expect(await countUnread(desk.context, desk.person('shangwu'))).toBe(unread - 1);
    await expect(desk.context.db.messageItem.updateMany({ data: { title: '改' } })).rejects.toThrow();
    await expect(desk.context.db.message.deleteMany()).rejects.toThrow();
  });
});
