import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { filingsInReview, filingsOfTask } from '../../src/filings/filing-queries.ts';
import { owedFilings } from '../../src/filings/owed-filings.ts';
import { databases } from '../support/fresh-db.ts';
import { signInAs } from '../support/visitor.ts';
import { anotherTask, openDesk, type Desk } from './desk.ts';
import { PDF } from './files.ts';

/** Which units' reports on the city's task somebody may know of; the text of what was never sent is the unit's own. */
const SEES: Record<string, string[]> = {
  duchashi: ['市商务局', '市发展改革委'], duchayuan: ['市商务局', '市发展改革委'], shizhang: ['市商务局', '市发展改革委'],
  shangwu: ['市商务局', '市发展改革委'], 'shangwu-head': ['市商务局', '市发展改革委'], fagai: ['市发展改革委'], 'fagai-head': ['市发展改革委'],
  yuhua: [], 'changshaxian-head': [], shenji: [], admin: [],
};

describe.each(databases)('who sees which reports on %s', (kind) => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk(kind);
    await desk.signOff('shangwu-head', '2023-01');
    await desk.signOff('fagai-head', '2023-01');
    await desk.save('fagai', '2023-02', { done: '配合单位的草稿' });
  });
  afterAll(() => desk.context.done());

  test.each(Object.entries(SEES))('%s knows of %j', async (login, units) => {
    const { branches } = await filingsOfTask(desk.context, desk.person(login), desk.matter.taskId);
    expect(branches.map((b) => b.unit).sort()).toEqual([...units].sort());
  });

  test('a draft is read by the unit alone, not by the supervisor nor by the lead', async () => {
    const periods = async (login: string): Promise<string[]> => (await filingsOfTask(desk.context, desk.person(login), desk.matter.taskId)).filings.filter((f) => f.unit === '市发展改革委').map((f) => f.period);
    expect([await periods('fagai'), await periods('duchashi'), await periods('shangwu')]).toEqual([['2023-02', '2023-01'], ['2023-01'], ['2023-01']]);
  });

  test('after a return others read what was sent, not what the unit is changing it to', async () => {
    await desk.signOff('shangwu-head', '2023-03', { done: '送出的内容' });
    await desk.sendBack('duchashi', '2023-03');
    await desk.save('shangwu', '2023-03', { done: '正在改的内容' });
    const read = async (login: string): Promise<string | undefined> => (await filingsOfTask(desk.context, desk.person(login), desk.matter.taskId)).filings.find((f) => f.period === '2023-03')?.text.done;
    expect([await read('shangwu'), await read('duchashi'), await read('duchayuan')]).toEqual(['正在改的内容', '送出的内容', '送出的内容']);
  });

  test('the lead sees its districts\' reports; a district sees its own and no other', async () => {
    const child = await desk.matter.childOf('yuhua');
    const units = async (login: string): Promise<string[]> => (await filingsOfTask(desk.context, desk.person(login), child)).branches.map((b) => b.unit);
    expect([await units('shangwu'), await units('yuhua'), await units('changshaxian'), await units('fagai')]).toEqual([['雨花区'], ['雨花区'], [], []]);
  });

  test('what waits for review is the supervisors\' list, the longest waiting first', async () => {
    expect((await filingsInReview(desk.context, desk.person('duchashi2'))).map((f) => `${f.unit} ${f.period}`)).toEqual(['市商务局 2023-01', '市发展改革委 2023-01']);
    expect(await filingsInReview(desk.context, desk.person('duchayuan'))).toEqual([]);
  });

  test('a unit owes every period that is over and was not sent, the earliest due first', async () => {
    const owed = await owedFilings(desk.context, desk.person('fagai'));
    expect(owed.map((o) => [o.period, o.dueOn, o.stage, o.overdueDays > 0])).toEqual([
      ['2023-02', '2023-03-01', 'draft', true], ['2023-03', '2023-04-03', 'blank', true], ['2023-04', '2023-05-02', 'blank', true], ['2023-05', '2023-06-01', 'blank', true],
    ]);
    expect(await owedFilings(desk.context, desk.person('duchashi'))).toEqual([]);
  });
});

describe('by its address', () => {
  let desk: Desk;
  let app: Express;
  beforeAll(async () => {
    desk = await openDesk('sqlite');
    const other = await anotherTask(desk, { title: '别人的任务', districtIds: [desk.matter.unit('yuhua')], supportIds: [] });
    await desk.signOff('shangwu-head', '2023-01');
    await other.signOff('shangwu-head', '2023-01');
    app = buildApp(desk.context);
    const clerk = await signInAs(app, 'shangwu');
    await clerk.upload(`/tasks/${desk.matter.taskId}/filings/2023-05/evidence`, { version: '0', progress: '60', done: '进展' }, { field: 'files', name: 'a.pdf', bytes: PDF });
  });
  afterAll(() => desk.context.done());

  const addresses = async (): Promise<string[]> => {
    const { taskId } = desk.matter;
    const lead = await desk.branchOf('shangwu');
    return [`/tasks/${taskId}/filings`, `/tasks/${taskId}/filings/2023-01`, `/tasks/${taskId}/filings/2023-01?branch=${lead}`, '/evidence/1'];
  };

  test.each(['yuhua', 'changshaxian-head'])('%s finds nothing of a bureau\'s reports and files (Z2)', async (login) => {
    const visitor = await signInAs(app, login);
    for (const address of await addresses()) expect([address, (await visitor.get(address)).status]).toEqual([address, 404]);
  });

  test.each(['duchashi', 'duchayuan', 'shizhang', 'fagai'])('%s does not find a file that was never sent (Z2)', async (login) => {
    expect((await (await signInAs(app, login)).get('/evidence/1')).status).toBe(404);
  });

  test('a supporting bureau finds its own branch, not the lead\'s (Z2)', async () => {
    const { taskId } = desk.matter;
    const visitor = await signInAs(app, 'fagai');
    const status = async (address: string): Promise<number> => (await visitor.get(address)).status;
    expect([await status(`/tasks/${taskId}/filings/2023-01`), await status(`/tasks/${taskId}/filings/2023-01?branch=${await desk.branchOf('shangwu')}`)]).toEqual([200, 404]);
  });

  test.each(['draft', 'autosave', 'signoff', 'evidence'])('another unit\'s clerk cannot write it by posting to its address: %s (Z2)', async (act) => {
    const visitor = await signInAs(app, 'yuhua');
    const fields = { version: '1', progress: '60', done: '冒充' };
    const address = `/tasks/${desk.matter.taskId}/filings/2023-01/${act}`;
    const answer = act === 'evidence' ? await visitor.upload(address, fields, { field: 'files', name: 'a.pdf', bytes: PDF }) : await visitor.post(address, fields);
    expect([answer.status, (await desk.row('2023-01'))?.done.includes('冒充')]).toEqual([404, false]);
  });

  test('somebody else\'s file cannot be taken off (Z2)', async () => {
    const answer = await (await signInAs(app, 'yuhua')).post('/evidence/1/removal', { version: '1', progress: '60' });
    expect([answer.status, (await desk.context.db.evidence.findUniqueOrThrow({ where: { id: 1 } })).removedAt]).toEqual([404, null]);
  });

  test.each(['2023-13', '2022-01', '2024-01', '2023-Q1', 'once', 'x', '2023-1', '%2e%2e'])('a period that the task does not have is not found: %s', async (period) => {
    expect((await (await signInAs(app, 'shangwu')).get(`/tasks/${desk.matter.taskId}/filings/${period}`)).status).toBe(404);
  });
});
