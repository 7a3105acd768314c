import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { createTask } from '../../src/tasks/create-task.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const SLIP = { reason: '逾期未办结', requirement: '请抓紧', replyDays: '3', urgentReason: '', capReason: '' };

describe('the pages of supervision', () => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let inspector: Visitor;

  beforeAll(async () => {
    context = await testContext('sqlite');
    matter = await assembleMatter(context, { deadline: '2023-05-31' });
    app = buildApp(context);
    inspector = await signInAs(app, 'duchayuan');
  });
  afterAll(() => context.done());

  const task = (rest = ''): string => `/tasks/${String(matter.taskId)}${rest}`;
  const slip = (more: Record<string, string> = {}): Record<string, string> => ({ ...SLIP, unitId: String(matter.unit('shangwu')), ...more });

  test('an inspector sees in one click after signing in what is overdue, whose turn it is, since when and what comes next', async () => {
    const page = (await inspector.get('/supervision')).text;
    for (const words of ['市商务局', '逾期 15 天', '11 个工作日', '自 2023-01-03', '未发督办文书', task('/urges/new')]) expect(page).toContain(words);
  });

  test('a leader reads the list and finds nothing to press', async () => {
    const page = (await (await signInAs(app, 'shizhang')).get('/supervision')).text;
    expect([page.includes('市商务局'), page.includes('/urges/new'), page.includes('type="checkbox"')]).toEqual([true, false, false]);
  });

  test('a search for two Chinese characters finds by title and leaves out the rest', async () => {
    expect((await inspector.get('/supervision?q=消费')).text).toContain('共 3 项逾期');
    expect((await inspector.get('/supervision?q=飞船')).text).toContain('没有逾期任务');
  });

  test('what is exported is what is seen, with both deadlines, the turn and the next act', async () => {
    const csv = (await inspector.get('/supervision/export.csv?q=消费')).text.split('\r\n');
    expect([csv.length, csv[0]]).toEqual([5, expect.stringContaining('原定时限,办理时限,逾期天数,逾期工作日,按原定时限逾期工作日,逾期说明,当前责任方,自何日起')]);
    expect((await inspector.get('/supervision/export.xlsx')).headers['content-type']).toContain('spreadsheetml');
  });

  test('an urge that is refused shows the form again with what was typed', async () => {
    const refused = await inspector.post(task('/urges'), slip({ reason: '请尽快办理', replyDays: '99' }));
    expect([refused.status, refused.text.includes('请尽快办理'), refused.text.includes('1 至 20 个工作日')]).toEqual([422, true, true]);
  });

  test('a field that the form does not have is refused', async () => {
    expect((await inspector.post(task('/urges'), slip({ issuedById: '1' }))).status).toBe(422);
  });

  test('an urge becomes a sheet that its bureau reads and answers, and that is not there for another', async () => {
    const sent = await inspector.post(task('/urges'), slip());
    const address = sent.headers['location'] ?? '';
    expect((await inspector.get(address)).text).toContain('请于2023年6月20日前书面回复');
    const head = await signInAs(app, 'shangwu-head');
    expect((await head.post(`${address}/reply`, { version: '1', reply: '本月底完成' })).status).toBe(303);
    expect((await head.get(address)).text).toContain('本月底完成');
    const other = await signInAs(app, 'fagai-head');
    expect([(await other.get(address)).status, (await other.post(`${address}/reply`, { version: '2', reply: '代答' })).status]).toEqual([404, 404]);
  });

  test('the button of a task that was just urged is disabled and says from which day on', async () => {
    expect((await inspector.get('/supervision')).text).toContain('2023-06-22 起方可再发');
    expect((await inspector.get(task('/urges/new'))).text).toContain('起方可再发');
  });

  test('many are urged with one form after a look at who gets a slip and who does not', async () => {
    const ids = [matter.taskId, await matter.childOf('yuhua'), await matter.childOf('changshaxian')].map(String);
    const look = (await inspector.get(`/supervision/urges/new?${ids.map((id) => `task=${id}`).join('&')}`)).text;
    expect([look.includes('将向 2 个单位发出 2 份；1 项不能催办'), look.includes('起方可再发')]).toEqual([true, true]);
    const words = { reason: '逾期', requirement: '请抓紧', replyDays: '3' };
    expect((await inspector.post('/supervision/urges', { ...words, taskIds: ids })).status).toBe(422);
    expect((await inspector.post('/supervision/urges', { ...words, taskIds: ids.slice(1) })).headers['location']).toBe('/supervision/slips?kind=urge');
  });

  test('a draft is not there for an inspector, neither to press nor to look into', async () => {
    const draft = await createTask(context, matter.person('duchashi'), {
      title: '尚未交办的事项', requirement: '推进', standard: '完成', contact: '', startOn: '2023-06-01', deadline: '2023-12-31', cycle: 'once', leadId: matter.unit('shangwu'), responsibleIds: [], supportIds: [], districtIds: [], rollup: 'all', sentenceIds: matter.sentenceIds.slice(1, 2),
    });
    const at = `/tasks/${String(draft.id)}`;
    expect(await Promise.all(['', '/verifications/new', '/urges/new', '/dossier.zip'].map(async (rest) => (await inspector.get(at + rest)).status))).toEqual([404, 404, 404, 404]);
    expect((await inspector.get(`/supervision/urges/new?task=${String(draft.id)}`)).text).not.toContain('尚未交办的事项');
    expect((await inspector.get('/tasks?q=尚未交办')).text).not.toContain(`${at}"`);
  });

  test('a district finds its own slips in the register and no others', async () => {
    const page = (await (await signInAs(app, 'yuhua')).get('/supervision/slips')).text;
    expect([page.includes('共 1 份'), page.includes('雨花区'), page.includes('长沙县')]).toEqual([true, true, false]);
  });

  test('a verification with a problem goes from the form to striking off', async () => {
    const form = { method: 'site', visitedOn: '2023-06-14', place: '五一商圈', people: '何立新', finding: '未开工', verdict: 'untrue', foundProgress: '10', confidence: 'low', sampleId: '' };
    const incomplete = await inspector.post(task('/verifications'), { ...form, description1: '街区未开工', requirement1: '', dueOn1: '' });
    expect([incomplete.status, incomplete.text.includes('须一并填写'), incomplete.text.includes('街区未开工')]).toEqual([422, true, true]);
    const done = await inspector.post(task('/verifications'), { ...form, description1: '街区未开工', requirement1: '倒排工期', dueOn1: '2023-07-31' });
    expect((await inspector.get(done.headers['location'] ?? '')).text).toContain('长督改〔2023〕1号');
    const problem = '/problems/1';
    const head = await signInAs(app, 'shangwu-head');
    expect((await head.get(problem)).text).toContain('上报整改情况');
    expect((await head.post(`${problem}/rectify`, { version: '1', words: '已开工' })).status).toBe(303);
    expect((await inspector.post(`${problem}/confirm`, { version: '2', words: '属实' })).status).toBe(303);
    expect((await inspector.get(problem)).text).toContain('待销号');
  });

  test('an inspector draws five at random and goes from the draw to its verifications', async () => {
    const tooMany = await inspector.post('/supervision/samples', { purpose: '二季度抽查', source: 'live', group: '', size: '50' });
    expect([tooMany.status, tooMany.text.includes('只有 3 项'), tooMany.text.includes('二季度抽查')]).toEqual([422, true, true]);
    const drawn = await inspector.post('/supervision/samples', { purpose: '二季度抽查', source: 'live', group: '', size: '2' });
    const page = (await inspector.get(drawn.headers['location'] ?? '')).text;
    expect([page.includes('用种子重算，结果一致'), page.includes('verifications/new?sample')]).toEqual([true, true]);
  });

  test('a leader’s instruction goes from the form to the bureau’s report', async () => {
    const leader = await signInAs(app, 'shizhang');
    expect((await leader.get(task('/instructions/new'))).text).toContain('由牵头单位 市商务局 报告落实情况');
    const given = await leader.post(task('/instructions'), { text: '请抓紧推进', givenOn: '2023-06-15', dueOn: '2023-06-29' });
    const address = given.headers['location'] ?? '';
    const head = await signInAs(app, 'shangwu-head');
    expect((await head.post(`${address}/reply`, { version: '1', words: '' })).status).toBe(422);
    expect((await head.post(`${address}/reply`, { version: '1', words: '已落实' })).status).toBe(303);
    expect((await leader.get(address)).text).toContain('办结批示');
    expect((await (await signInAs(app, 'fagai-head')).get(address)).status).toBe(404);
  });

  test('the burden account leads to lists that hold what it counts', async () => {
    const page = (await inspector.get('/supervision/burden')).text;
    const href = /href="(\/supervision\/slips\?[^"]*)">(\d+)</.exec(page);
    const list = (await inspector.get((href?.[1] ?? '').replaceAll('&amp;', '&').replaceAll('&#x3D;', '='))).text;
    expect(list).toContain(`共 ${href?.[2] ?? '?'} 份`);
  });

  test('every page of it stands in English too', async () => {
    const visitor = await signInAs(app, 'duchashi');
    await visitor.post('/language', { locale: 'en' });
    const pages = ['/supervision', '/supervision/slips', '/slips/1', task('/urges/new'), task('/notices/new'), '/supervision/urges/new?task=1', '/supervision/verifications', '/verifications/1', task('/verifications/new'), '/supervision/problems', '/problems/1',
      '/supervision/samples', '/supervision/samples/1', '/supervision/instructions', '/instructions/1', task('/instructions/new'), '/supervision/burden', `/supervision/burden/${String(matter.unit('shangwu'))}`];
    for (const page of pages) {
      const { status, text } = await visitor.get(page);
      expect([page, status, text.includes('<html lang="en">')]).toEqual([page, 200, true]);
    }
  });
});
