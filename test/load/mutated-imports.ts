// node --import tsx test/load/mutated-imports.ts [10000]: uploads damaged documents through the import form of a running application
// (ORIGIN, else one of its own) and tells what became of them: crashes, half imports, files left behind.
import { readdirSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startApp } from '../browser/running-app.ts';
import { DUTY_TABLE, sheetFile, wordFile } from '../plans/import/make-documents.ts';
import { mutate, seeded } from '../plans/import/mutations.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';

const TIMES = Number(process.argv[2] ?? 10_000);
const EVERY = 100;
/** Every so many of the documents is a Word or Excel file, which a child process has to open. */
const PACKED_EVERY = 10;
const LONGEST = 8000;
const folder = path.join(import.meta.dirname, '../plans/import/samples');
const texts = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readFileSync(path.join(folder, name), 'utf8').slice(0, LONGEST));
const SEED = 20210108;
/** Neighbours must have nothing in common. */
const SPREAD = 0x9e3779b1;
/** So many people upload at the same time. */
const LANES = 3;
type Random = () => number;
const tempFiles = (): number => readdirSync(os.tmpdir()).length;

const encoded: ((text: string, random: Random) => Buffer)[] = [
  (text) => Buffer.from(text), (text) => Buffer.from(`\ufeff${text}`), (text) => Buffer.from(`\ufeff${text}`, 'utf16le'), (text, random) => damaged(Buffer.from(text), random),
];

/** Some bytes turned, some cut away. */
function damaged(bytes: Buffer, random: Random): Buffer {
  const copy = Buffer.from(bytes);
  for (let i = 0; i < 1 + Math.floor(random() * 8); i += 1) copy[Math.floor(random() * copy.length)] = Math.floor(random() * 256);
  return random() < 0.3 ? copy.subarray(0, Math.floor(random() * copy.length)) : copy;
}

/** Each has a seed of its own: one that made trouble can be made again by its number. */
async function document(i: number): Promise<{ name: string; bytes: Buffer }> {
  const random = seeded(SEED ^ Math.imul(i, SPREAD));
  const text = mutate(texts[i % texts.length] ?? '', random);
  if (i % PACKED_EVERY === 0) return { name: 'plan.docx', bytes: damaged(Buffer.from(await wordFile(text.replaceAll('\u0000', '').split('\n').slice(0, 60), DUTY_TABLE)), random) };
  if (i % PACKED_EVERY === 1) return { name: 'plan.xlsx', bytes: damaged(Buffer.from(await sheetFile('分工表', DUTY_TABLE)), random) };
  return { name: i % 3 === 0 ? 'plan.md' : 'plan.txt', bytes: (encoded[i % encoded.length] ?? Buffer.from)(text, random) };
}

interface Tally { kept: number; refused: number; crashed: string[]; half: string[]; slowest: number }

async function one(visitor: Visitor, i: number, tally: Tally): Promise<void> {
  const { name, bytes } = await document(i);
  const begun = performance.now();
  const { status, headers } = await visitor.upload('/plans/import', { text: '' }, { field: 'file', name, bytes });
  tally.slowest = Math.max(tally.slowest, performance.now() - begun);
  if (status === 422) tally.refused += 1;
  else if (status !== 303) tally.crashed.push(`${String(i)}: ${String(status)}`);
  else {
    tally.kept += 1;
    const page = await visitor.get(headers['location'] ?? '');
    if (page.status !== 200) tally.half.push(`${String(i)}: ${headers['location'] ?? ''} ${String(page.status)}`);
    const draft = /name="version" value="(\d+)"/.exec(page.text)?.[1];
    if (draft !== undefined) await visitor.post(`${headers['location'] ?? ''}/discarding`, { version: draft });
  }
}

function tell(count: number, tally: Tally): void {
  process.stdout.write(`${String(count)}: ${String(tally.kept)} kept, ${String(tally.refused)} refused, ${String(tally.crashed.length)} crashed, ${String(tally.half.length)} half, slowest ${(tally.slowest / 1000).toFixed(1)} s\n`);
}

const app = await startApp();
try {
  const visitor = await signInAs(app.origin, 'duchashi');
  const before = tempFiles();
  const tally: Tally = { kept: 0, refused: 0, crashed: [], half: [], slowest: 0 };
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let i = next; i < TIMES; i = next) {
      next += 1;
      await one(visitor, i, tally);
      if ((i + 1) % EVERY === 0) tell(i + 1, tally);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  process.stdout.write(`${JSON.stringify({ ...tally, times: TIMES, temporaryFiles: tempFiles() - before })}\n`);
  process.exitCode = tally.crashed.length + tally.half.length === 0 ? 0 : 1;
} finally {
  await app.stop();
}
