// node --import tsx test/load/import-bench.ts: how long an import takes from upload to preview, and how much memory the child takes.
// Starts the application with its demonstration, or uses the one that runs at the address in ORIGIN.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { loadReference } from '../../src/plans/import/load-reference.ts';
import { readDocument } from '../../src/plans/import/read-document.ts';
import { readInChild } from '../../src/plans/import/read-in-child.ts';
import { startApp } from '../browser/running-app.ts';
import { wordFile } from '../plans/import/make-documents.ts';
import { signInAs, type Visitor } from '../support/visitor.ts';
import { watchChildren } from './children-memory.ts';
import { longPlan } from './long-plan.ts';

const PAGES = 300;
const LOOK_EVERY_MS = 200;
const PATIENCE_MS = 60_000;
const changsha = readFileSync(path.join(import.meta.dirname, '../../prisma/seeds/plans/changsha-14th-fyp-proposal.txt'), 'utf8');
/** Every round reads a text that was not read before. */
const fresh = (text: string): string => `${text}\n（第${String(Date.now())}稿）\n`;

async function toPreview(visitor: Visitor, name: string, bytes: Buffer): Promise<number> {
  const begun = performance.now();
  let at = (await visitor.upload('/plans/import', { text: '' }, { field: 'file', name, bytes })).headers['location'] ?? '';
  while (/^\/plans\/imports\//.test(at)) {
    await new Promise((resolve) => { setTimeout(resolve, LOOK_EVERY_MS); });
    const { status, headers } = await visitor.get(at);
    if (status === 302) at = headers['location'] ?? '';
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`${name}: no preview`);
  }
  const preview = await visitor.get(at);
  if (!/^\/plans\/drafts\//.test(at) || preview.status !== 200) throw new Error(`${name} led to ${at} (${String(preview.status)})`);
  return performance.now() - begun;
}

async function childMemory(bytes: Uint8Array, name: string): Promise<number> {
  const told = watchChildren();
  const { document } = await readDocument(bytes, name);
  if (document === null) throw new Error(`${name} could not be read`);
  await readInChild(document.text, loadReference());
  return told();
}

const app = await startApp();
try {
  const visitor = await signInAs(app.origin, 'duchashi');
  const long = longPlan(PAGES);
  const rows: [string, Buffer][] = [
    ['changsha.txt', Buffer.from(fresh(changsha))],
    ['changsha.docx', Buffer.from(await wordFile(fresh(changsha).split('\n')))],
    ['gangyao-300.txt', Buffer.from(fresh(long.join('\n')))],
    ['gangyao-300.docx', Buffer.from(await wordFile(fresh(long.join('\n')).split('\n')))],
  ];
  for (const [name, bytes] of rows) {
    const ms = await toPreview(visitor, name, bytes);
    process.stdout.write(`${name}: ${String(Math.round(bytes.length / 1024))} KB, upload to preview ${(ms / 1000).toFixed(2)} s, child ${String(await childMemory(bytes, name))} MB\n`);
  }
} finally {
  await app.stop();
}
