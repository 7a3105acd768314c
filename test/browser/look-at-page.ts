import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = fs.readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Time for the behaviours to be fetched and to complain. */
const SETTLE_MS = 150;

/** Runs in the page: what axe finds serious or critical, with the first place of each. */
const AXE = `axe.run(document, { resultTypes: ['violations'], preload: false }).then((r) => r.violations
  .filter((v) => v.impact === 'serious' || v.impact === 'critical')
  .map((v) => v.id + ' ×' + v.nodes.length + ' ' + v.nodes[0].html.slice(0, 160)))`;

/** Runs in the page: the outermost elements that stick out to the right, if the page scrolls sideways. */
const OVERFLOW = `(() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1);
  return ['sideways ' + document.documentElement.scrollWidth + ' > ' + width + ': ' + out.slice(0, 3).map((e) => e.tagName.toLowerCase() + '.' + e.getAttribute('class')).join(' ')];
})()`;

export interface Watch {
  /** What the console, the scripts and the network said since the last time. */
  take: () => string[];
}

/** Listens to a page from now on. */
export function watch(page: Page): Watch {
  let said: string[] = [];
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) said.push(`console: ${message.text()}`); });
  page.on('pageerror', (error) => { said.push(`script: ${error.message}`); });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') said.push(`network: ${request.url()} ${why}`);
  });
  return { take: () => {
    const taken = said;
    said = [];
    return taken;
  } };
}

interface Expected {
  status: number;
  /** Whether axe looks too. */
  axe: boolean;
}

/** Goes to an address and returns everything that is wrong with what appears. */
export async function findingsAt(page: Page, watched: Watch, address: string, expected: Expected): Promise<string[]> {
  watched.take();
  const response = await page.goto(address, { waitUntil: 'load' });
  const status = response?.status() ?? 0;
  const findings = status === expected.status ? [] : [`answered ${String(status)}`];
  findings.push(...await page.evaluate<string[]>(OVERFLOW));
  // What axe itself sets off while it probes colours is not ours, so our own complaints are taken before it starts.
  // A page that is meant to answer 404 is reported by the browser itself.
  await page.waitForTimeout(SETTLE_MS);
  findings.push(...watched.take().filter((line) => expected.status === 200 || !line.includes(String(expected.status))));
  if (!expected.axe) return findings;
  await page.evaluate(axeSource);
  findings.push(...await page.evaluate<string[]>(AXE));
  return findings;
}
