import { buffer } from 'node:stream/consumers';
import { Unreadable } from './unreadable.ts';

/** What a parser's child process does: the document on standard input, its text or a problem as JSON on standard output. */
export async function answerParent(read: (bytes: Buffer) => string | Promise<string>): Promise<void> {
  const bytes = await buffer(process.stdin);
  try {
    process.stdout.write(JSON.stringify({ text: await read(bytes) }));
  } catch (error) {
    process.stdout.write(JSON.stringify(error instanceof Unreadable ? { problem: error.code, values: error.values } : { problem: 'unreadable' }));
  }
}
