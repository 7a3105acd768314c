import fs from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Role } from '../../src/kernel/actor.ts';
import { DEMONSTRATION_PASSWORD, demonstrationCast } from '../../src/accounts/demonstration-cast.ts';
import type { Locale } from '../../src/kernel/text.ts';

export const DESKTOP = { width: 1366, height: 768 } as const;
export const PHONE = { width: 375, height: 812 } as const;
export type Size = typeof DESKTOP | typeof PHONE;

/** The headless shell draws the same pages in little more than half the time. */
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** In containers with little shared memory Chromium must use the disk, which is slower. */
const LITTLE_MEMORY_BYTES = 1024 ** 3;

/** @throws Error with what to install where there is no Chromium */
export async function openBrowser(): Promise<Browser> {
  const executablePath = [process.env['CHROMIUM'] ?? '', ...PLACES].find((place) => place !== '' && fs.existsSync(place));
  if (executablePath === undefined) throw new Error('Chromium is missing: apt-get install chromium-headless-shell fonts-noto-cjk, or name it in CHROMIUM');
  return chromium.launch({ executablePath, args: ['--no-sandbox', ...(hasSharedMemory() ? [] : ['--disable-dev-shm-usage']), '--font-render-hinting=none', '--disable-gpu', '--lang=zh-CN'] });
}

function hasSharedMemory(): boolean {
  if (!fs.existsSync('/dev/shm')) return false;
  const { bavail, bsize } = fs.statfsSync('/dev/shm');
  return bavail * bsize >= LITTLE_MEMORY_BYTES;
}

/** The first of the cast in that role. */
export function loginOf(role: Role): string {
  const member = demonstrationCast.find((m) => m.role === role);
  if (member === undefined) throw new Error(`nobody in the cast is ${role}`);
  return member.login;
}

/** A page of a person of the cast (null: nobody signed in), in a browser of their own. */
export async function openAs(browser: Browser, origin: string, login: string | null, locale: Locale = 'zh-CN', size: Size = DESKTOP): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto('/sign-in');
  if (login !== null) {
    await page.fill('#field-login', login);
    await page.fill('#field-password', DEMONSTRATION_PASSWORD);
    await page.press('#field-password', 'Enter');
    await page.waitForURL((url) => url.pathname !== '/sign-in');
  }
  if (locale !== 'zh-CN') await page.click(`button[name="locale"][value="${locale}"]`);
  await page.waitForLoadState();
  return page;
}
