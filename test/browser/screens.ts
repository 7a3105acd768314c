// npm run screens: a picture of every page as everybody sees it, with what axe, the console and the width say about it.
// With words after it (npm run screens -- desk zh-CN 1366) only the pages whose title holds them all.
import fs from 'node:fs';
import path from 'node:path';
import { openBrowser } from './browser.ts';
import { pages } from './pages.ts';
import { startApp } from './running-app.ts';
import { allRounds, makeRound, type Visit } from './visits.ts';

const folder = path.join(import.meta.dirname, 'pictures');
const wanted = process.argv.slice(2);
const isWanted = (title: string): boolean => wanted.every((word) => ` ${title} `.includes(` ${word} `));

if (wanted.length === 0) fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });

const rounds = allRounds(pages).map((round) => ({
  ...round, entries: round.entries.filter((e) => isWanted([e.name, round.role ?? 'nobody', round.locale, String(round.size.width)].join(' '))),
})).filter((round) => round.entries.length > 0);

const visits: Visit[] = [];
const app = await startApp();
const browser = await openBrowser();
try {
  for (const round of rounds) {
    await makeRound(browser, app.origin, round, (visit) => {
      visits.push(visit);
      process.stdout.write(`${visit.findings.length === 0 ? 'ok    ' : 'WRONG '} ${visit.title}\n${visit.findings.map((f) => `         ${f}\n`).join('')}`);
    }, async (page, name) => { await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true }); });
  }
} finally {
  await browser.close();
  await app.stop();
}
const wrong = visits.filter((v) => v.findings.length > 0).length;
process.stdout.write(`\n${String(visits.length)} pages looked at, ${String(wrong)} with findings; pictures in ${path.relative(process.cwd(), folder)}\n`);
process.exitCode = wrong === 0 && visits.length > 0 ? 0 : 1;
