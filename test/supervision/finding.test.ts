import type { Express } from 'express';
import { buildApp } from '../../src/app.ts';
import { Conflict, Forbidden } from '../../src/kernel/errors.ts';
import { moveFinding } from '../../src/supervision/move-finding.ts';
import { assembleMatter, type Matter } from '../support/cast.ts';
import { failureOf } from '../support/failure-of.ts';
import { databases } from '../support/fresh-db.ts';
import { testContext, type TestContext } from '../support/test-context.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';
import { PNG } from '../filings/files.ts';

const FOUND = { method: 'site', visitedOn: '2023-06-14', place: '五一商圈', people: '何立新', finding: '只开了两条街区', verdict: 'partly_true', foundProgress: '40', confidence: 'medium', capReason: '', sampleId: '' };
const NO_PROBLEMS = Object.fromEntries([1, 2, 3].flatMap((i) => ['description', 'requirement', 'dueOn'].map((name) => [`${name}${String(i)}`, ''])));

describe.each(databases)('what an inspector found, on %s', (kind) => {
  let context: TestContext;
  let matter: Matter;
  let app: Express;
  let inspector: Visitor;
  let address: string;

  beforeAll(async () => {
    context = await testContext(kind);
    matter = await assembleMatter(context, { deadline: '2023-05-31' });
    app = buildApp(context);
    inspector = await signInAs(app, 'duchayuan');
    const sent = await inspector.post(`/tasks/${String(matter.taskId)}/verifications`, { ...FOUND, ...NO_PROBLEMS });
    address = sent.headers['location'] ?? '';
  });
  afterAll(() => context.done());

  const upload = (visitor: Visitor, name: string, bytes: Buffer) => visitor.upload(`${address}/files`, {}, { field: 'files', name, bytes });
  const taskPage = async (login: string): Promise<string> => (await (await signInAs(app, login)).get(`/tasks/${String(matter.taskId)}`)).text;

  test('stands on the task beside what the unit reports, for the unit and those who watch over it', async () => {
    for (const login of ['shangwu', 'shizhang']) expect(await taskPage(login)).toContain('自报 0% · 核查 40% · 独立评定把握中');
    expect(await taskPage('fagai')).not.toContain('核查 40%');
  });

  test('keeps the pictures that were brought home, by the same checks as a unit\'s evidence', async () => {
    expect((await upload(inspector, '现场.png', PNG)).status).toBe(303);
    expect((await upload(inspector, '现场.png', PNG)).status).toBe(422);
    expect((await upload(inspector, '现场.png', Buffer.from('MZ not a picture'))).text).toContain('现场.png');
    expect((await upload(inspector, '机密.png', PNG)).status).toBe(422);
    const supervisor = await signInAs(app, 'duchashi');
    expect((await upload(supervisor, '别人的.png', PNG)).status).toBe(403);
    expect(await context.db.verificationFile.findMany({ select: { fileName: true } })).toEqual([{ fileName: '现场.png' }]);
  });

  test('its files are read by the unit that they are about, not by another', async () => {
    const { id } = await context.db.verificationFile.findFirstOrThrow();
    const read = await (await signInAs(app, 'shangwu')).get(`/verification-files/${String(id)}`);
    expect([read.status, read.headers['content-disposition'], read.headers['content-security-policy']]).toEqual([200, expect.stringContaining('attachment'), "default-src 'none'; sandbox"]);
    expect((await (await signInAs(app, 'fagai')).get(`/verification-files/${String(id)}`)).status).toBe(404);
  });

  test('the unit objects, the inspector who found it cannot rule, the supervisor does, and the finding leaves the task', async () => {
    const head = await signInAs(app, 'shangwu-head');
    expect((await head.post(`${address}/object`, { version: '0', words: '' })).status).toBe(422);
    expect((await head.post(`${address}/object`, { version: '0', words: '第三条街区已于6月10日开街' })).status).toBe(303);
    expect((await inspector.post(`${address}/uphold`, { version: '1', words: '同意' })).status).toBe(403);
    expect((await inspector.get(address)).text).toContain('异议须由另一名督查人员裁定');
    expect((await (await signInAs(app, 'duchashi')).post(`${address}/uphold`, { version: '1', words: '补充材料属实' })).status).toBe(303);
    expect(await taskPage('shangwu')).not.toContain('核查 40%');
    expect((await head.get(address)).text).toContain('异议成立，结论不作数');
  });

  test('nobody objects twice, and nothing that was found can be rewritten', async () => {
    const id = Number(address.split('/').at(-1));
    expect(await failureOf(moveFinding(context, matter.person('shangwu-head'), id, 'object', { version: 0, words: '再说一次' }))).toBeInstanceOf(Conflict);
    expect(await failureOf(moveFinding(context, matter.person('shizhang'), id, 'dismiss', { version: 2, words: '不成立' }))).toBeInstanceOf(Forbidden);
    await expect(context.db.verification.update({ where: { id }, data: { foundProgress: 90 } })).rejects.toThrow();
    await expect(context.db.verificationFile.deleteMany()).rejects.toThrow();
  });

  test('the form asks for the reason of one visit too many, by the month of the visit', async () => {
    await inspector.post(`/tasks/${String(matter.taskId)}/verifications`, { ...FOUND, ...NO_PROBLEMS, visitedOn: '2023-05-10' });
    await inspector.post(`/tasks/${String(matter.taskId)}/verifications`, { ...FOUND, ...NO_PROBLEMS, visitedOn: '2023-05-11' });
    const third = { ...FOUND, ...NO_PROBLEMS, visitedOn: '2023-05-12' };
    const refused = await inspector.post(`/tasks/${String(matter.taskId)}/verifications`, third);
    expect([refused.status, refused.text.includes('name="capReason"')]).toEqual([422, true]);
    expect((await inspector.post(`/tasks/${String(matter.taskId)}/verifications`, { ...third, capReason: '群众反映' })).status).toBe(303);
  });
});
