import fs from 'node:fs';
import path from 'node:path';
import { randomBytes } from 'node:crypto';

/** A secret given in the settings, else one made once and kept beside the database, readable by its owner only. */
export function keepSecret(given: string, dataFolder: string, name: string): string {
  if (given !== '') return given;
  const file = path.join(dataFolder, name);
  fs.mkdirSync(dataFolder, { recursive: true });
  try {
    fs.writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return fs.readFileSync(file, 'utf8').trim();
}
