// The browser suite: every page as everybody sees it (axe, console, width), then the journeys. One line per check.
import fs from 'node:fs';
import path from 'node:path';
import { openAs, openBrowser } from './browser.ts';
import type { Journey } from './journey.ts';
import { pages } from './pages.ts';
import { startApp } from './running-app.ts';
import { briefRounds, makeRound } from './visits.ts';

const folder = path.join(import.meta.dirname, 'journeys');
/** People who look at the same time; they only read. */
const AT_ONCE = 3;
let passed = 0;
let failed = 0;

function note(title: string, findings: string[]): void {
  if (findings.length === 0) passed += 1;
  else failed += 1;
  process.stdout.write(`${findings.length === 0 ? 'passed' : 'FAILED'} ${title}\n${findings.map((f) => `       ${f}\n`).join('')}`);
}

const begun = performance.now();
const app = await startApp();
const startSeconds = (performance.now() - begun) / 1000;
const browser = await openBrowser();
try {
  const rounds = briefRounds(pages).sort((a, b) => b.entries.length - a.entries.length); // the long ones first, so that nobody waits for the last
  const goRounds = async (): Promise<void> => {
    for (let round = rounds.shift(); round !== undefined; round = rounds.shift()) {
      await makeRound(browser, app.origin, round, (visit) => { note(visit.title, visit.findings); }, async () => { /* no pictures here */ });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, goRounds));
  for (const file of fs.readdirSync(folder).filter((f) => f.endsWith('.ts')).sort()) {
    const journey = await import(path.join(folder, file)) as Journey;
    try {
      await journey.run({ origin: app.origin, open: (login, locale, size) => openAs(browser, app.origin, login, locale, size) });
      note(journey.name, []);
    } catch (error) {
      note(journey.name, [error instanceof Error ? error.message : String(error)]);
    }
    await Promise.all(browser.contexts().map((context) => context.close()));
  }
} finally {
  await browser.close();
  await app.stop();
}
const seconds = (performance.now() - begun) / 1000;
process.stdout.write(`\n${seconds.toFixed(0)} s, of which ${startSeconds.toFixed(0)} s until the demonstration was up\n${String(passed)} passed, ${String(failed)} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
