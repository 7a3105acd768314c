import { buildApp } from '../../src/app.ts';
import { cleanFileName } from '../../src/plans/file-name.ts';
import { hasClassifiedMark } from '../../src/plans/classified-mark.ts';
import { assembleCast } from '../support/cast.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const TEXT = '某市关于制定五年规划的建议\n一、扩大开放\n1.建设消费中心城市。发展首店经济。到2025年，社会消费品零售总额达到7000亿元。\n2.提升开放平台。推进自贸试验区建设。\n';
const PUBLICATION = { version: '1', title: '某市五年规划建议', shortTitle: '五年规划建议', issuingBody: '', adoptedOn: '', startsOn: '2021-01-01', endsOn: '2025-12-31' };
const HOME = /^\/plans\/drafts\/\d+$/;

describe.each(databases)('a supervisor who imports a plan on %s', (kind) => {
  let context: TestContext;
  let supervisor: Visitor;
  const upload = (bytes: Buffer | string, name = '规划建议.txt') => supervisor.upload('/plans/import', { text: '' }, { field: 'file', name, bytes: Buffer.from(bytes) });
  const kept = async () => ({ drafts: await context.db.planDraft.count(), plans: await context.db.plan.count(), sentences: await context.db.sentence.count() });

  beforeAll(async () => {
    context = await testContext(kind);
    await assembleCast(context);
    supervisor = await signInAs(buildApp(context), 'duchashi');
  });
  afterEach(async () => {
    await context.db.planDraft.deleteMany();
  });
  afterAll(() => context.done());

  test('sees chapters, articles, sentences and commitments before anything is a plan', async () => {
    const { status, headers } = await upload(TEXT);
    expect([status, HOME.test(headers['location'] ?? '')]).toEqual([303, true]);
    const page = await supervisor.get(headers['location'] ?? '');
    expect(page.text).toContain('一、扩大开放');
    expect(page.text).toContain('规划建议.txt');
    expect(await kept()).toEqual({ drafts: 1, plans: 0, sentences: 0 });
  });

  test('comes back to the same draft when the same text is sent again, by file or pasted', async () => {
    const first = await upload(TEXT);
    const pasted = await supervisor.upload('/plans/import', { text: TEXT.replaceAll('\n', '\r\n') }, { field: 'file', name: '', bytes: Buffer.alloc(0) });
    expect(pasted.headers['location']).toBe(first.headers['location']);
    expect((await kept()).drafts).toBe(1);
  });

  test('publishes it, and a second import of the same document changes nothing and leads to it', async () => {
    const draft = (await upload(TEXT)).headers['location'] ?? '';
    const published = await supervisor.post(`${draft}/publication`, PUBLICATION);
    expect(published.status).toBe(303);
    const before = await kept();
    expect([before.drafts, before.plans, before.sentences > 0]).toEqual([0, 1, true]);
    expect((await upload(TEXT, '另一个名字.txt')).headers['location']).toBe(published.headers['location']);
    expect(await kept()).toEqual(before);
    const [plan] = await context.db.plan.findMany({ include: { sentences: true } });
    expect(plan?.sentences.every((s) => plan.sourceText.slice(s.start, s.end) === s.text)).toBe(true);
    expect(await context.db.auditEvent.count({ where: { event: 'plan.published' } })).toBe(1);
  });

  test('reads a file that is written in GB18030', async () => {
    const gbk = Buffer.from('c4b3cad0b9e6bbaebda8d2e90ad2bba1a2c0a9b4f3bfaab7c50a312ebda8c9e8cffbb7d1d6d0d0c4a1a3b7a2d5b9cad7b5eabeadbcc3a1a30a', 'hex');
    const { headers } = await upload(gbk);
    expect((await supervisor.get(headers['location'] ?? '')).text).toContain('一、扩大开放');
  });

  test.each([
    ['an empty file', '', 'a.txt', '文件里没有文字'],
    ['nothing but spaces', ' \n\u3000\n', 'a.txt', '文件里没有文字'],
    ['a picture with the name of a text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'a.txt', '这不是文本文件'],
    ['a text without any heading', '今天天气很好。我们去散步。', 'a.txt', '没有找到章、条'],
    ['a document marked as secret', `机密★3年\n${TEXT}`, 'a.txt', '密级标志'],
    ['a name marked as secret', TEXT, '（秘密）规划.txt', '密级标志'],
    ['a program', 'MZ', 'setup.exe', '这不是文本文件'],
  ])('is told what is wrong with %s, and nothing is kept of it', async (_what, bytes, name, sentence) => {
    const before = await kept();
    const { status, text } = await upload(bytes, name);
    expect([status, text.includes(sentence)]).toEqual([422, true]);
    expect(await kept()).toEqual(before);
  });

  test('is told that a file is too large, and finds the pasted text still there after a refusal', async () => {
    const large = await upload(Buffer.alloc(21 * 1024 * 1024, 0x20));
    expect([large.status, large.text.includes('20 MB')]).toEqual([422, true]);
    const refused = await supervisor.upload('/plans/import', { text: '没有标题的一段话' }, { field: 'file', name: '', bytes: Buffer.alloc(0) });
    expect([refused.status, refused.text.includes('没有标题的一段话')]).toEqual([422, true]);
  });

  test('is shown what was typed when the period ends before it starts', async () => {
    const draft = (await upload(`${TEXT}3.另一份规划。发展夜间经济。\n`)).headers['location'] ?? '';
    const refused = await supervisor.post(`${draft}/publication`, { ...PUBLICATION, endsOn: '2020-01-01', shortTitle: '打过的简称' });
    expect([refused.status, refused.text.includes('打过的简称'), refused.text.includes('规划期止应晚于规划期起')]).toEqual([422, true, true]);
  });

  test('throws a draft away, and cannot do so with a page that is out of date', async () => {
    const draft = (await upload(`${TEXT}3.又一份规划。发展夜间经济。\n`)).headers['location'] ?? '';
    expect((await supervisor.post(`${draft}/discarding`, { version: '7' })).status).toBe(409);
    expect((await supervisor.post(`${draft}/discarding`, { version: '1' })).status).toBe(303);
    expect((await kept()).drafts).toBe(0);
  });
});

describe('anybody who is not a supervisor', () => {
  test('cannot open the import', async () => {
    const context = await testContext('sqlite');
    await assembleCast(context);
    const clerk = await signInAs(buildApp(context), 'shangwu');
    expect((await clerk.get('/plans/import')).status).toBe(403);
    await context.done();
  });
});

describe('the name of an uploaded file', () => {
  test.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\规划\\建议.docx', '建议.docx'],
    ['evil\u202Etxt.exe', 'eviltxt.exe'],
    ['a\u0000b\r\nc\u200B.txt', 'abc.txt'],
    [`${'长'.repeat(300)}.docx`, `${'长'.repeat(145)}.docx`],
  ])('is data: %j is kept as %j', (given, expected) => {
    expect(cleanFileName(given)).toBe(expected);
  });

  test('and running text about secrecy is no mark of secrecy', () => {
    expect(hasClassifiedMark('加强保密工作，保守国家秘密。\n机密级计算机信息系统管理。', '保密工作规划.txt')).toBe(false);
    expect(hasClassifiedMark('密级：机密\n正文')).toBe(true);
    expect(hasClassifiedMark('绝密★长期\n正文')).toBe(true);
  });
});
