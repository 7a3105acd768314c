import { createHash } from 'node:crypto';
import { text as textOfStream } from 'node:stream/consumers';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildApp } from '../../src/app.ts';
import { listEntries, openArchive } from '../../src/plans/import/archive-limits.ts';
import { addEvidence } from '../../src/filings/add-evidence.ts';
import { addVerificationFiles } from '../../src/supervision/add-verification-files.ts';
import { issueUrge } from '../../src/supervision/issue-urge.ts';
import { moveInstruction } from '../../src/supervision/move-instruction.ts';
import { moveProblem } from '../../src/supervision/move-problem.ts';
import { recordVerification } from '../../src/supervision/record-verification.ts';
import { registerInstruction } from '../../src/supervision/register-instruction.ts';
import { inspectionPaper } from '../../src/documents/inspection-paper.ts';
import { dossierOf } from '../../src/documents/dossier-queries.ts';
import { filePath, safePart } from '../../src/documents/dossier-lists.ts';
import { viewerFor } from '../dashboards/desk-scene.ts';
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
const SEEN = '现场查看记录';
const FOUND = { method: 'site', visitedOn: '2023-06-14', place: '五一商圈', people: '何立新', finding: '只开了两条街区', verdict: 'partly_true', foundProgress: 40, confidence: 'low', capReason: '', sampleId: null } as const;

describe('the dossier of a task', () => {
  let desk: Desk;
  const take = async (login: string): Promise<{ status: number; body: Buffer; name: string }> => {
    const visitor = await signInAs(buildApp(desk.context), login);
    const res = await visitor.download(`/tasks/${desk.matter.taskId}/dossier.zip`);
    return { status: res.status, body: res.body as Buffer, name: res.headers['content-disposition'] ?? '' };
  };
  const received = (givenName: string, text: string) => {
    const file = path.join(freshFolder('upload'), 'file.txt');
    writeFileSync(file, text);
    return [{ path: file, givenName, size: Buffer.byteLength(text) }];
  };
  /** A finding with a picture and a problem that is put right, a leader's word that is reported on. */
  const inspect = async (): Promise<void> => {
    const { context, person, matter: { taskId } } = desk;
    const { id } = await recordVerification(context, person('duchayuan'), taskId, { ...FOUND, problems: [{ description: '第三条街区未开工', requirement: '限期开工', dueOn: '2023-07-03' }] });
    await addVerificationFiles(context, person('duchayuan'), id, received('现场.txt', SEEN));
    const problem = await context.db.problem.findFirstOrThrow();
    await moveProblem(context, person('shangwu-head'), problem.id, 'rectify', { version: 1, words: '已于二十日开工' });
    const given = await registerInstruction(context, person('shizhang'), taskId, { text: '抓紧落实', givenOn: '2023-06-14', dueOn: '2023-06-30', leaderId: null });
    await moveInstruction(context, person('shangwu-head'), given.id, 'reply', { version: 1, words: '已部署到街区' });
  };
  beforeAll(async () => {
    desk = await openDesk('sqlite');
    await addEvidence(desk.context, desk.person('shangwu'), { taskId: desk.matter.taskId, period: '2023-01' }, words('2023-01'), received('验收记录.txt', PROOF));
    await desk.signOff('shangwu-head', '2023-01', { done: FORMULA });
    await desk.accept('duchashi', '2023-01');
    await desk.save('shangwu', '2023-02', { done: '尚未上报的话' });
    await issueUrge(desk.context, desk.person('duchayuan'), desk.matter.taskId, { unitId: desk.matter.unit('shangwu'), reason: FORMULA, requirement: '抓紧', replyDays: 5, urgentReason: '紧急', capReason: '' });
    await inspect();
  });
  afterAll(() => desk.context.done());

  test('is one file with papers, the evidence as it was handed in, its list with digests, and the log', async () => {
    const { status, body, name } = await take('duchashi');
    const files = await unzip(body);
    expect([status, decodeURIComponent(name)]).toEqual([200, expect.stringMatching(/卷宗 长督交〔2023〕1号\.zip/)]);
    expect([...files.keys()]).toEqual(['1 交办单.docx', '2 填报与审核.docx', '3 督办延期与办结.docx', '4 核查整改与批示.docx', '5 佐证清单.csv', '6 操作日志.csv', expect.stringMatching(/^佐证材料\/2023-01 市商务局\/\d+-验收记录\.txt$/), expect.stringMatching(/^核查材料\/长督核〔2023〕1号 市商务局\/\d+-现场\.txt$/)]);
    expect([...files.values()].slice(-2)).toEqual([PROOF, SEEN]);
    expect(files.get('5 佐证清单.csv')).toContain(createHash('sha256').update(PROOF).digest('hex'));
    expect(files.get('6 操作日志.csv')).toContain('签收');
    expect(files.get('6 操作日志.csv')).not.toMatch(/(^|,)"?[=+@]/m);
  });

  test('tells a supporting bureau nothing of the lead\'s reports and slips, and another district nothing at all', async () => {
    const files = await unzip((await take('fagai')).body);
    expect([...files.keys()].filter((f) => f.startsWith('佐证材料'))).toEqual([]);
    expect(files.get('5 佐证清单.csv')).not.toContain('验收记录');
    expect((await take('yuhua')).status).toBe(404);
    const told = ['shangwu', 'fagai'].map(async (login) => {
      const { slips, inspection, events } = await dossierOf(desk.context, desk.person(login), desk.matter.taskId);
      return [slips.length, inspection.verifications.length, inspection.problems.length, inspection.instructions.length, events.filter((e) => /^(?:slip|verification|problem|instruction|filing):/.test(e.subject)).length];
    });
    expect(await Promise.all(told)).toEqual([[1, 1, 1, 1, 12], [0, 0, 0, 0, 0]]);
  });

  test('holds what was found, how it was put right and what a leader wrote, with the answers', async () => {
    const actor = desk.person('duchashi');
    const { blocks } = inspectionPaper(viewerFor(desk.context, actor), await dossierOf(desk.context, actor, desk.matter.taskId));
    const text = blocks.map((b) => b.text).join('\n');
    for (const said of ['结论：部分属实', '只开了两条街区', '独立评定按期把握：低', '现场.txt', '第三条街区未开工', '整改情况（王建国）：已于二十日开工', '待复核', '批示长督批〔2023〕1号（2023-06-14 郑海涛', '已部署到街区']) expect(text).toContain(said);
  });

  test('shows a supporting bureau on the task no slip and no finding about the lead, and the lead all of them', async () => {
    const pages = await Promise.all(['shangwu', 'fagai'].map(async (login) => (await (await signInAs(buildApp(desk.context), login)).get(`/tasks/${desk.matter.taskId}`)).text));
    for (const said of ['只开了两条街区', '第三条街区未开工', '抓紧落实']) expect(pages.map((page) => page.includes(said))).toEqual([true, false]);
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
  expect(filePath('佐证材料', { id: 7, fileName: given, of: '2023-01', unit: '市商务局' }).split('/')).toHaveLength(3);
});
