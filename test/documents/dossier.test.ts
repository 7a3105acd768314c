import { createHash } from 'node:crypto';
import { text as textOfStream } from 'node:stream/consumers';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildApp } from '../../src/app.ts';
import { listEntries, openArchive } from '../../src/plans/import/archive-limits.ts';
import { addEvidence } from '../../src/filings/add-evidence.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { dossierOf } from '../../src/documents/dossier-queries.ts';
import { filePath, safePart } from '../../src/documents/dossier-lists.ts';
import { openDesk, words, type Desk } from '../filings/desk.ts';
import { freshFolder } from '../support/fresh-db.ts';
import { signInAs } from '../support/visitor.ts';

/** Every file of a zip, by its path. */
async function unzip(bytes: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const zip = await openArchive(bytes);
  for (const entry of await listEntries(zip)) {
    const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => { zip.openReadStream(entry, (error, s) => { if (error === null) resolve(s); else reject(error); }); });
    files.set(entry.fileName, await textOfStream(stream));
  }
  zip.close();
  return files;
}

const FORMULA = '=HYPERLINK("http://example.com")';
const PROOF = '竣工验收记录';

describe('the dossier of a task', () => {
  let desk: Desk;
  const take = async (login: string): Promise<{ status: number; body: Buffer; name: string }> => {
    const visitor = await signInAs(buildApp(desk.context), login);
    const res = await visitor.download(`/tasks/${desk.matter.taskId}/dossier.zip`);
    return { status: res.status, body: res.body as Buffer, name: res.headers['content-disposition'] ?? '' };
  };
  beforeAll(async () => {
    desk = await openDesk('sqlite');
    const file = path.join(freshFolder('upload'), 'proof.txt');
    writeFileSync(file, PROOF);
    await addEvidence(desk.context, desk.person('shangwu'), { taskId: desk.matter.taskId, period: '2023-01' }, words('2023-01'), [{ path: file, givenName: '验收记录.txt', size: Buffer.byteLength(PROOF) }]);
    await desk.signOff('shangwu-head', '2023-01', { done: FORMULA });
    await desk.accept('duchashi', '2023-01');
    await desk.save('shangwu', '2023-02', { done: '尚未上报的话' });
    await issueUrge(desk.context, desk.person('duchayuan'), desk.matter.taskId, { unitId: desk.matter.unit('shangwu'), reason: FORMULA, requirement: '抓紧', replyDays: 5, urgentReason: '紧急', capReason: '' });
  });
  afterAll(() => desk.context.done());

  test('is one file with papers, the evidence as it was handed in, its list with digests, and the log', async () => {
    const { status, body, name } = await take('duchashi');
    const files = await unzip(body);
    expect([status, decodeURIComponent(name)]).toEqual([200, expect.stringMatching(/卷宗 长督交〔2023〕1号\.zip/)]);
    expect([...files.keys()]).toEqual(['1 交办单.docx', '2 填报与审核.docx', '3 督办延期与办结.docx', '4 佐证清单.csv', '5 操作日志.csv', expect.stringMatching(/^佐证材料\/2023-01 市商务局\/\d+-验收记录\.txt$/)]);
    expect([...files.values()].at(-1)).toBe(PROOF);
    expect(files.get('4 佐证清单.csv')).toContain(createHash('sha256').update(PROOF).digest('hex'));
    expect(files.get('5 操作日志.csv')).toContain('签收');
    expect(files.get('5 操作日志.csv')).not.toMatch(/(^|,)"?[=+@]/m);
  });

  test('tells a supporting bureau nothing of the lead\'s reports and slips, and another district nothing at all', async () => {
    const files = await unzip((await take('fagai')).body);
    expect([...files.keys()].filter((f) => f.startsWith('佐证材料'))).toEqual([]);
    expect(files.get('4 佐证清单.csv')).not.toContain('验收记录');
    expect((await take('yuhua')).status).toBe(404);
    const slips = ['shangwu', 'fagai'].map(async (login) => (await dossierOf(desk.context, desk.person(login), desk.matter.taskId)).slips.length);
    expect(await Promise.all(slips)).toEqual([1, 0]);
  });

  test('the order says what was handed over, on the page and as Word (R2)', async () => {
    const visitor = await signInAs(buildApp(desk.context), 'shangwu-head');
    const page = await visitor.get(`/tasks/${desk.matter.taskId}/order`);
    for (const said of ['长督交〔2023〕1号', '社会消费品零售总额达到7000亿元', '市商务局', '市发展改革委', '2023-12-31', '每月', '周明远']) expect(page.text).toContain(said);
    const word = await visitor.get(`/tasks/${desk.matter.taskId}/order.docx`);
    expect([word.status, word.headers['content-type']]).toEqual([200, expect.stringContaining('wordprocessingml')]);
  });
});

test.each([
  ['../../etc/passwd', '_.._etc_passwd'], ['a\\b:c*?.pdf', 'a_b_c__.pdf'], ['..', '_'], ['\u202Efdp.exe', '_fdp.exe'], [`${'长'.repeat(300)}.docx`, `${'长'.repeat(80)}.docx`],
])('a file called %s gets a harmless name in the dossier', (given, safe) => {
  expect(safePart(given)).toBe(safe);
  expect(filePath('佐证材料', { id: 7, fileName: given, period: '2023-01', unit: '市商务局' }).split('/')).toHaveLength(3);
});
