import { seedCalendar } from '../../prisma/seeds/reference.ts';
import { Chance } from '../../prisma/seeds/history/chance.ts';
import { instantAt, timeOf, type Day } from '../../src/kernel/clock.ts';
import { addDays } from '../../src/kernel/days.ts';
import { isWorkingDay } from '../../src/kernel/working-days.ts';
import { owedFilings } from '../../src/filings/owed-filings.ts';
import { countWaiting } from '../../src/dashboards/count-waiting.ts';
import { sendDigests } from '../../src/messages/send-digests.ts';
import { NO_FILTER } from '../../src/tasks/ledger-filter.ts';
import { ledgerRows } from '../../src/tasks/ledger-queries.ts';
import { anotherTask, openDesk, type Desk } from '../filings/desk.ts';

// One year, day by day, with the real holiday table: people report, review and return as chance has it, and the job runs at odd hours or not at all.
describe('a simulated year', () => {
  const FIRST = '2023-01-04';
  const LAST = '2023-12-31';
  const chance = new Chance(2023);
  const acts = { sent: 0, accepted: 0, returned: 0, days: 0, runs: 0, listsCompared: 0 };
  const waitingWhenTold: string[] = [];
  const changedByJob: string[] = [];
  let desks: Desk[];

  const context = () => desks[0]?.context ?? (() => { throw new Error('no desk'); })();

  beforeAll(async () => {
    const desk = await openDesk('sqlite', { cycle: 'monthly' });
    await seedCalendar(desk.context);
    desks = [desk, await anotherTask(desk, { title: '季度任务', cycle: 'quarterly', deadline: '2023-09-30' }), await anotherTask(desk, { title: '单次任务', cycle: 'once', deadline: '2023-06-30' })];
    for (let day: Day = FIRST; day <= LAST; day = addDays(day, 1)) await live(day);
    const told = await context().db.message.groupBy({ by: ['kind'], _count: { _all: true }, _sum: { itemCount: true } });
    process.stdout.write(`simulated year: ${JSON.stringify({ ...acts, told: told.map((t) => `${t.kind} ${t._count._all} messages, ${t._sum.itemCount} lines`) })}\n`);
  }, 120_000);
  afterAll(() => context().done());

  const at = (day: Day, hour: number): void => { context().clock.set(instantAt(day, `${String(hour).padStart(2, '0')}:15`)); };

  async function live(day: Day): Promise<void> {
    acts.days += 1;
    at(day, 8);
    if (isWorkingDay(day, context().calendar)) for (const desk of desks) await work(desk);
    if (chance.happens(0.2)) await remind(day, chance.between(0, 23));
    if (chance.happens(0.7)) await remind(day, chance.between(9, 16));
  }

  /** Perhaps the clerk's report goes out, perhaps the supervisor answers one. */
  async function work(desk: Desk): Promise<void> {
    const branch = await context().db.assignment.findFirstOrThrow({ where: { taskId: desk.matter.taskId, role: 'lead' }, include: { filings: true } });
    const inReview = branch.filings.find((f) => f.status === 'submitted');
    if (inReview !== undefined && chance.happens(0.15)) await answer(desk, inReview.period);
    const [owed] = await owedFilings(context(), desk.person('shangwu'));
    if (owed !== undefined && owed.taskId === desk.matter.taskId && chance.happens(0.12)) {
      await desk.signOff('shangwu-head', owed.period, { done: `${owed.period} ${acts.sent}`, progress: 100 });
      acts.sent += 1;
    }
  }

  async function answer(desk: Desk, period: string): Promise<void> {
    const back = chance.happens(0.3);
    await (back ? desk.sendBack('duchashi', period) : desk.accept('duchashi', period));
    acts[back ? 'returned' : 'accepted'] += 1;
  }

  /** Everything that lists show of what is late or open. */
  async function lists(): Promise<string> {
    const person = (login: string) => desks[0]?.person(login) ?? (() => { throw new Error(login); })();
    const rows = await ledgerRows(context(), person('duchayuan'), NO_FILTER, 50);
    const overdue = await ledgerRows(context(), person('duchayuan'), { ...NO_FILTER, overdue: true }, 50);
    const owed = await Promise.all(['shangwu', 'fagai', 'yuhua'].map((login) => owedFilings(context(), person(login))));
    const waiting = await Promise.all(['duchashi', 'duchayuan', 'shangwu', 'shangwu-head'].map((login) => countWaiting(context(), person(login))));
    return JSON.stringify([rows, overdue.map((r) => r.id), owed, waiting]);
  }

  async function remind(day: Day, hour: number): Promise<void> {
    at(day, hour);
    const before = acts.runs % 6 === 0 ? await lists() : null;
    const written = await sendDigests(context());
    acts.runs += 1;
    if (before !== null) {
      acts.listsCompared += 1;
      if (before !== await lists()) changedByJob.push(day);
    }
    if (written > 0) await noteWaiting(day);
  }

  /** Lines to a lead whose task lies with the supervisor at this moment. */
  async function noteWaiting(day: Day): Promise<void> {
    const waiting = await context().db.task.findMany({ where: { turn: 'supervisor' }, select: { id: true, leadUnitId: true } });
    const lines = waiting.length === 0 ? [] : await context().db.messageItem.findMany({ where: { day, message: { kind: 'unit' } }, select: { href: true, message: { select: { unitId: true } } } });
    waitingWhenTold.push(...waiting.filter((task) => lines.some((l) => l.message.unitId === task.leadUnitId && `${l.href}/`.startsWith(`/tasks/${task.id}/`))).map((task) => `${day} ${task.id}`));
  }

  test('tells every unit at most once a day, on working days and in working hours', async () => {
    const messages = await context().db.message.findMany({ select: { unitId: true, day: true, createdAt: true } });
    expect(messages.length).toBeGreaterThan(50);
    expect(new Set(messages.map((m) => `${m.unitId} ${m.day}`)).size).toBe(messages.length);
    expect(messages.filter((m) => !isWorkingDay(m.day, context().calendar) || timeOf(m.createdAt) < '09:00' || timeOf(m.createdAt) >= '17:30')).toEqual([]);
  });

  test('reminds nobody of what waits for the reviewer', () => {
    expect(acts.sent).toBeGreaterThan(5);
    expect(waitingWhenTold).toEqual([]);
  });

  test('says no line twice within two working days, and no stage twice', async () => {
    const items = await context().db.messageItem.findMany({ select: { subject: true, stage: true, day: true }, orderBy: { id: 'asc' } });
    expect(new Set(items.map((i) => `${i.subject} ${i.stage}`)).size).toBe(items.length);
    const next = items.filter((i) => items.some((j) => j.subject === i.subject && j.day > i.day && j.day <= addDays(i.day, 1)));
    expect(next).toEqual([]);
  });

  test('nothing needed the job to become overdue: every list was the same before and after it', () => {
    expect(acts.listsCompared).toBeGreaterThan(30);
    expect(changedByJob).toEqual([]);
  });
});
