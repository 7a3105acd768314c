import { buffer } from 'node:stream/consumers';
import { Unreadable } from './unreadable.ts';

/** Runs in the child process: the document on standard input, its text or a problem as JSON on standard output. Only the library that is needed is loaded. */
const READERS: Record<string, (bytes: Buffer) => Promise<string>> = {
  docx: async (bytes) => (await import('./read-docx.ts')).readDocx(bytes),
  xlsx: async (bytes) => (await import('./read-xlsx.ts')).readXlsx(bytes),
  html: async (bytes) => (await import('./read-html.ts')).readHtml(bytes.toString('utf8')),
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
