// How long the first request waits on the day on which other rules of the lights come into force, in a city of 10,000 tasks.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { today } from '../../src/kernel/clock.ts';
import { LIGHT_RULES } from '../../src/lights/light-rules.ts';
import { settleLights } from '../../src/tasks/settle-lights.ts';
import { openLargeCity } from './large-city.ts';

const folder = process.env['BENCH_DATA'] ?? fs.mkdtempSync(path.join(os.tmpdir(), 'luoshi-first-day-'));
const context = await openLargeCity({ NODE_ENV: 'production', DEMONSTRATION: '1', DATA_DIR: folder, LOG_LEVEL: 'error', SECURE_COOKIES: '0' });
// The rows were written without acts: the first round only puts them right.
for (const [what, daysLeftYellow] of [['as DOMAIN has them', LIGHT_RULES.daysLeftYellow], ['20 days before a deadline', 20], ['the same once more', 20]] as const) {
  context.parameters.replace([{ kind: 'lights', fromDay: today(context.clock), values: { ...LIGHT_RULES, daysLeftYellow } }]);
  const started = performance.now();
  const changed = await settleLights(context);
  process.stdout.write(`${what}: ${String(changed)} rows turned another day, ${String(Math.round(performance.now() - started))} ms\n`);
}
await context.db.$disconnect();
if (process.env['BENCH_DATA'] === undefined) fs.rmSync(folder, { recursive: true, force: true });
