import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { databases } from '../support/fresh-db.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';
import { openDesk, words, type Desk } from './desk.ts';
import { PDF } from './files.ts';
import { readPage, type ReadPage } from './labels.ts';

const TICKS = { check_facts: '1', check_carried_out: '1', check_conclusion: '1', check_lawful: '1', check_form: '1' };

describe.each(databases)('the pages of a filing on %s', (kind) => {
  let desk: Desk;
  let app: Express;
  beforeEach(async () => {
    desk = await openDesk(kind);
    app = buildApp(desk.context);
  });
  afterEach(() => desk.context.done());

  const address = (period = '2023-05'): string => `/tasks/${desk.matter.taskId}/filings/${period}`;
  const read = async (visitor: Visitor, path: string): Promise<ReadPage> => readPage((await visitor.get(path)).text);
  const report = (page: ReadPage, over: Record<string, string> = {}): Record<string, string> =>
    ({ _key: randomUUID(), version: page.hidden('version'), progress: '60', done: '五月新开工三个项目。', problems: '', nextSteps: '按月调度', ...over });

  test('a clerk writes beside last period\'s words, sends it up, the head signs it off, a supervisor opens it', async () => {
    await desk.signOff('shangwu-head', '2023-04', { done: '四月完成招标。', progress: 55 });
    const clerk = await signInAs(app, 'shangwu');
    const page = await read(clerk, address());
    expect([page.field('完成情况'), page.field('进度（%）'), page.field('本期无变化'), page.text.includes('上期 四月完成招标。')]).toEqual(['四月完成招标。', '55', '', true]);
    expect((await clerk.post(page.button('送审签') ?? '', report(page))).status).toBe(303);
    const head = await signInAs(app, 'shangwu-head');
    const sign = await read(head, address());
    expect((await head.post(sign.button('审签上报') ?? '', report(sign))).status).toBe(303);
    const supervisor = await signInAs(app, 'duchashi');
    const review = await read(supervisor, (await read(supervisor, '/reviews')).link('审核') ?? '');
    expect(review.text).toContain('四月完成招标。');
  });

  test('a supervisor returns a round; the next round shows what has changed, and is accepted', async () => {
    await desk.signOff('shangwu-head', '2023-05', { done: '投资三亿元。' });
    const supervisor = await signInAs(app, 'duchashi');
    const path = `${address()}?branch=${await desk.branchOf('shangwu')}`;
    const answer = async (fields: Record<string, string>): Promise<number> => {
      const page = await read(supervisor, path);
      return (await supervisor.post(`${address()}/review`, { branch: page.hidden('branch'), version: page.hidden('version'), digest: page.hidden('digest'), ...fields })).status;
    };
    expect(await answer({ verdict: 'returned', reason: '数据来源不明' })).toBe(303);
    await desk.signOff('shangwu-head', '2023-05', { done: '投资三亿元（统计局口径）。' });
    const second = await read(supervisor, path);
    expect([second.text.includes('数据来源不明'), second.text.includes('投资三亿元。'), second.text.includes('投资三亿元（统计局口径）。')]).toEqual([true, true, true]);
    expect(await answer({ verdict: 'accepted', ...TICKS })).toBe(303);
    expect((await desk.row('2023-05'))?.status).toBe('accepted');
  });

  test('an answer that is refused keeps the ticks and the remark', async () => {
    await desk.signOff('shangwu-head', '2023-05');
    const supervisor = await signInAs(app, 'duchashi');
    const page = await read(supervisor, `${address()}?branch=${await desk.branchOf('shangwu')}`);
    const answer = await supervisor.post(`${address()}/review`, { branch: page.hidden('branch'), version: page.hidden('version'), digest: page.hidden('digest'), verdict: 'accepted', reason: '还差一项', check_facts: '1' });
    const again = readPage(answer.text);
    expect([answer.status, again.field('事实清楚'), again.field('格式规范'), again.field('审核意见')]).toEqual([422, '1', '', '还差一项']);
  });

  test('a stale page gets 409, keeps what was typed and shows what is saved now', async () => {
    const clerk = await signInAs(app, 'shangwu');
    const page = await read(clerk, address());
    await desk.save('shangwu-head', '2023-05', { done: '负责人先写的' });
    const answer = await clerk.post(page.button('存草稿') ?? '', report(page, { done: '联络员后写的' }));
    const again = readPage(answer.text);
    expect([answer.status, again.field('完成情况'), again.text.includes('现在保存的是： 负责人先写的')]).toEqual([409, '联络员后写的', true]);
    expect((await clerk.post(again.button('存草稿') ?? '', report(again, { done: '联络员核对后写的' }))).status).toBe(303);
  });

  test('whoever was first reads that a colleague tried too and why it was not kept, once, and the late one does not (C1)', async () => {
    const [clerk, head] = [await signInAs(app, 'shangwu'), await signInAs(app, 'shangwu-head')];
    const page = await read(clerk, address());
    await desk.save('shangwu-head', '2023-05', { done: '负责人先写的' });
    for (const done of ['联络员后写的', '联络员再试一次']) expect((await clerk.post(`${address()}/draft`, report(page, { done }))).status).toBe(409);
    const told = '也提交了修改';
    const sees = async (who: Visitor, path: string): Promise<boolean> => (await who.get(path)).text.includes(told);
    expect([await sees(head, address()), await sees(head, `/tasks/${desk.matter.taskId}`), await sees(clerk, address())]).toEqual([true, true, false]);
    expect(await desk.context.db.auditEvent.count({ where: { event: 'task.tried_late' } })).toBe(1);
    await desk.save('shangwu-head', '2023-05', { done: '负责人商量后写的' });
    expect(await sees(head, address())).toBe(false);
    for (const done of ['联络员接着写', '联络员接着写完']) await clerk.post(`${address()}/autosave`, { ...report(await read(clerk, address()), { done }), auto: '1' });
    expect((await head.post(`${address()}/draft`, report(page, { done: '负责人后写的' }))).status).toBe(409);
    expect(await sees(clerk, address())).toBe(true);
  });

  test('a second click sends nothing a second time', async () => {
    const head = await signInAs(app, 'shangwu-head');
    const page = await read(head, address());
    const form = report(page);
    const clicks = await Promise.all([head.post(`${address()}/submission`, form), head.post(`${address()}/submission`, form)]);
    const filing = await desk.row('2023-05');
    expect([clicks.map((c) => c.status).sort()[0], filing?.round, filing?.versions.length]).toEqual([303, 1, 1]);
  });

  test('what the rules refuse comes back with the sentence at its field and nothing lost', async () => {
    const clerk = await signInAs(app, 'shangwu');
    const page = await read(clerk, address());
    const answer = await clerk.post(`${address()}/signoff`, report(page, { progress: '5', problems: '拆迁受阻' }));
    const again = readPage(answer.text);
    expect([answer.status, again.field('存在问题'), again.field('进度（%）'), answer.text.includes('href="#field-reasonCode"')]).toEqual([422, '拆迁受阻', '5', true]);
  });

  test('uploading a file keeps what is written; taking it off does too', async () => {
    const clerk = await signInAs(app, 'shangwu');
    const page = await read(clerk, address());
    await clerk.upload(page.button('上传') ?? '', report(page, { done: '写到一半' }), { field: 'files', name: '清单.pdf', bytes: PDF });
    const after = await read(clerk, address());
    expect([after.field('完成情况'), after.link('清单.pdf')]).toEqual(['写到一半', '/evidence/1']);
    await clerk.post('/evidence/1/removal', report(after, { done: '又写了一些' }));
    const last = await read(clerk, address());
    expect([last.field('完成情况'), last.link('清单.pdf')]).toEqual(['又写了一些', null]);
  });

  test('a file that was chosen but not uploaded is not lost in silence', async () => {
    const clerk = await signInAs(app, 'shangwu');
    const answer = await clerk.post(`${address()}/signoff`, report(await read(clerk, address()), { files: '清单.pdf' }));
    expect([answer.status, answer.text.includes('所选文件还没有上传')]).toEqual([422, true]);
  });

  test('the page saves by itself: the version goes on, and the log notes the writer once', async () => {
    const clerk = await signInAs(app, 'shangwu');
    let version = '0';
    for (const done of ['五', '五月', '五月开工']) {
      const { _key, ...form } = report(await read(clerk, address()), { done, version, auto: '1' });
      const answer = await clerk.post(`${address()}/autosave`, form);
      version = String((answer.body as { version: number }).version);
      expect([answer.status, _key !== '']).toEqual([200, true]);
    }
    expect([version, (await desk.row('2023-05'))?.done, await desk.context.db.auditEvent.count({ where: { event: 'filing.saved' } })]).toEqual(['3', '五月开工', 1]);
  });

  test('the head gives a draft back with a word to the clerk, which the clerk reads', async () => {
    await desk.bringTo('2023-05', 'signoff');
    const head = await signInAs(app, 'shangwu-head');
    const page = await read(head, address());
    expect((await head.post(`${address()}/correction`, { version: page.hidden('version'), reason: '补上投资额' })).status).toBe(303);
    expect((await read(await signInAs(app, 'shangwu'), address())).text).toContain('单位负责人退回修改：补上投资额');
  });

  test('a supporting bureau is told to report its own part, the lead the whole (R7)', async () => {
    expect((await read(await signInAs(app, 'fagai'), address())).text).toContain('本单位只报自己承担的部分');
    expect((await read(await signInAs(app, 'shangwu'), address())).text).toContain('牵头单位报任务整体情况');
  });

  test('lists lead to what they list: owed reports, the task\'s overview', async () => {
    const clerk = await signInAs(app, 'shangwu');
    expect((await read(clerk, '/filings')).link('填写')).toBe(address('2023-01'));
    expect((await read(clerk, `/tasks/${desk.matter.taskId}/filings`)).link('填写2023年1月')).toBe(address('2023-01'));
    expect((await read(clerk, address())).link('2023年1月尚未上报，请先补报')).toBe(address('2023-01'));
  });

  test('a unit that has not signed is told so', async () => {
    await desk.context.db.assignment.update({ where: { id: await desk.branchOf('fagai') }, data: { signedAt: null } });
    const clerk = await signInAs(app, 'fagai');
    expect((await read(clerk, address())).text).toContain('本单位尚未签收');
    expect((await clerk.post(`${address()}/draft`, { ...Object.fromEntries(Object.entries(words('2023-05')).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v]] : []))), version: '0', progress: '1' })).status).toBe(403);
  });
});
