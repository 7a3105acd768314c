import { buffer } from 'node:stream/consumers';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readXlsx } from './read-xlsx.ts';
import { Unreadable } from './unreadable.ts';

/** Runs in the child process: the document on standard input, its text or a problem as JSON on standard output. */
const READERS: Record<string, (bytes: Buffer) => Promise<string>> = {
  docx: readDocx, xlsx: readXlsx, html: async (bytes) => readHtml(bytes.toString('utf8')),
};

async function main(): Promise<void> {
  const read = READERS[process.argv[2] ?? ''];
  const bytes = await buffer(process.stdin);
  try {
    process.stdout.write(JSON.stringify({ text: read ? await read(bytes) : '' }));
  } catch (error) {
    process.stdout.write(JSON.stringify(error instanceof Unreadable ? { problem: error.code, values: error.values } : { problem: 'unreadable' }));
  }
}

await main();
