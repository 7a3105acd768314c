// Which models the clients in src/generated were made from.
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const stampFile = path.join(here, '../src/generated/made-from.txt');

/** Of the models, the script and Prisma's version. */
export function fingerprint() {
  const hash = createHash('sha256');
  const models = fs.readdirSync(path.join(here, 'schema')).sort().map((file) => path.join(here, 'schema', file));
  for (const file of [...models, path.join(here, 'generate.mjs'), path.join(here, '../node_modules/prisma/package.json')]) hash.update(fs.readFileSync(file));
  return hash.digest('hex');
}

export const areClientsCurrent = () => fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === fingerprint();

export const stampClients = (madeFrom) => fs.writeFileSync(stampFile, madeFrom);
