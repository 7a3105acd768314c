import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { ReceivedFile } from '../../../src/filings/inspect-evidence.ts';

/** A paper as a form would hand it in, for as long as it takes to keep it. */
export async function withPaper(givenName: string, text: string, use: (file: ReceivedFile) => Promise<void>): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-seed-'));
  const place = path.join(folder, 'file');
  fs.writeFileSync(place, text);
  try {
    await use({ path: place, givenName, size: fs.statSync(place).size });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
