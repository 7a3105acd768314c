import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../src/config.ts';
import { demonstrationCast } from '../../src/accounts/demonstration-cast.ts';

const { units } = JSON.parse(fs.readFileSync(path.join(root, 'prisma/seeds/units.json'), 'utf8')) as { units: { code: string; shortName: string }[] };

it.each(demonstrationCast)('$name stands on the sign-in page with the name of the unit that the seeds know', ({ unit, unitName }) => {
  expect(units.find((u) => u.code === unit)?.shortName).toBe(unitName);
});
