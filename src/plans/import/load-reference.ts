import { readFileSync } from 'node:fs';
import type { Reference, ReferenceUnit } from './plan-reading.ts';

const SEED = new URL('../../../prisma/seeds/units.json', import.meta.url);

/** The organisation that comes with the project; an installation passes its own units instead. */
export function loadReference(): Reference {
  const seed = JSON.parse(readFileSync(SEED, 'utf8')) as { units: ReferenceUnit[] };
  return { units: seed.units };
}
