import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';
import { NotFound, Refused } from '../../src/kernel/errors.ts';
import { addEvidence } from '../../src/filings/add-evidence.ts';
import { EVIDENCE_LIMITS } from '../../src/filings/evidence.ts';
import { findReadableEvidence } from '../../src/filings/evidence-queries.ts';
import { removeEvidence } from '../../src/filings/remove-evidence.ts';
import { databases, freshFolder } from '../support/fresh-db.ts';
import { failureOf } from '../support/failure-of.ts';
import { openDesk, words, type Desk } from './desk.ts';
import { PDF, PNG } from './files.ts';

interface Upload { name: string; bytes: Buffer }
const pdf = (name = '佐证.pdf'): Upload => ({ name, bytes: Buffer.concat([PDF, randomBytes(8)]) });

async function hand(desk: Desk, login: string, period: string, uploads: Upload[]): Promise<{ known: { name: string }[] }> {
  const folder = freshFolder('upload');
  const received = uploads.map(({ name, bytes }, i) => {
    const file = path.join(folder, String(i));
    writeFileSync(file, bytes);
    return { path: file, givenName: name, size: bytes.length };
  });
  const input = words(period, { version: (await desk.row(period))?.version ?? 0 });
  return addEvidence(desk.context, desk.person(login), { taskId: desk.matter.taskId, period }, input, received);
}

/** Every file in the store. */
function stored({ context }: Desk): string[] {
  const folder = path.join(context.config.dataFolder, 'evidence');
  return existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile()).map((e) => e.name) : [];
}
const refusedWith = async (promise: Promise<unknown>): Promise<string> => {
  const error = await failureOf(promise);
  return error instanceof Refused ? (error.complaints[0]?.key ?? '') : String(error);
};

describe.each(databases)('evidence on %s', (kind) => {
  let desk: Desk;
  beforeEach(async () => { desk = await openDesk(kind); });
  afterEach(() => desk.context.done());

  test('lies under a name of its own, and its row has hash, type and the name it came with', async () => {
    await hand(desk, 'shangwu', '2023-05', [pdf('现场照片说明.pdf'), { name: '图.PNG', bytes: PNG }]);
    const rows = await desk.context.db.evidence.findMany({ orderBy: { id: 'asc' } });
    expect(rows.map((r) => [r.fileName, r.mime, r.sha256.length])).toEqual([['现场照片说明.pdf', 'application/pdf', 64], ['图.PNG', 'image/png', 64]]);
    expect(stored(desk).sort()).toEqual(rows.map((r) => r.storageName).sort());
    expect(rows.every((r) => /^[0-9a-f]{32}$/.test(r.storageName))).toBe(true);
  });

  test('nothing is left over when the act fails: neither file nor row nor text', async () => {
    await desk.bringTo('2023-05', 'draft');
    const stale = addEvidence(desk.context, desk.person('shangwu'), { taskId: desk.matter.taskId, period: '2023-05' }, words('2023-05', { version: 99, done: '旧页面' }), await received(pdf()));
    expect(await failureOf(stale)).toBeInstanceOf(Error);
    expect([stored(desk), await desk.context.db.evidence.count(), (await desk.row('2023-05'))?.done]).toEqual([[], 0, words('2023-05').done]);
  });

  test('if one of several files is refused, none is kept', async () => {
    expect(await refusedWith(hand(desk, 'shangwu', '2023-05', [pdf(), { name: 'x.exe', bytes: PDF }]))).toBe('filings.error.evidence_type');
    expect([stored(desk), await desk.context.db.filing.count()]).toEqual([[], 0]);
  });

  test('ten files are taken and an eleventh is not', async () => {
    await hand(desk, 'shangwu', '2023-05', Array.from({ length: EVIDENCE_LIMITS.filesPerFiling }, () => pdf()));
    expect(await refusedWith(hand(desk, 'shangwu', '2023-05', [pdf()]))).toBe('filings.error.evidence_too_many');
    expect(stored(desk)).toHaveLength(10);
  });

  test('the same file twice in one report is refused; from another report of the unit it is recognised', async () => {
    const same = pdf();
    await hand(desk, 'shangwu', '2023-04', [same]);
    expect(await refusedWith(hand(desk, 'shangwu', '2023-04', [{ ...same, name: '改名.pdf' }]))).toBe('filings.error.evidence_twice');
    expect((await hand(desk, 'shangwu', '2023-05', [{ ...same, name: '改名.pdf' }])).known).toEqual([{ name: '改名.pdf', number: '长督交〔2023〕1号', period: '2023-04' }]);
  });

  test('a file that went out with a round stays readable after it was taken off; one that did not is gone', async () => {
    await hand(desk, 'shangwu', '2023-05', [pdf('一.pdf')]);
    await desk.signOff('shangwu-head', '2023-05');
    await desk.sendBack('duchashi', '2023-05');
    await hand(desk, 'shangwu', '2023-05', [pdf('二.pdf')]);
    const [first, second] = await desk.context.db.evidence.findMany({ orderBy: { id: 'asc' } });
    const read = (login: string, id = 0): Promise<unknown> => findReadableEvidence(desk.context, desk.person(login), id);
    expect(await failureOf(read('duchashi', second?.id))).toBeInstanceOf(NotFound);
    for (const row of [first, second]) await removeEvidence(desk.context, desk.person('shangwu'), row?.id ?? 0, words('2023-05', { version: (await desk.row('2023-05'))?.version ?? 0 }));
    expect(await read('duchashi', first?.id)).toMatchObject({ fileName: '一.pdf' });
    expect(await failureOf(read('shangwu', second?.id))).toBeInstanceOf(NotFound);
  });

  test('whoever only hands in a file is a writer too and may not review (T4)', async () => {
    await desk.save('shangwu-head', '2023-05');
    await hand(desk, 'shangwu', '2023-05', [pdf()]);
    expect(JSON.parse((await desk.row('2023-05'))?.writerIds ?? '[]')).toEqual([desk.person('shangwu-head').accountId, desk.person('shangwu').accountId]);
  });
});

async function received({ name, bytes }: Upload): Promise<{ path: string; givenName: string; size: number }[]> {
  const file = path.join(freshFolder('upload'), 'one');
  writeFileSync(file, bytes);
  return [{ path: file, givenName: name, size: bytes.length }];
}
