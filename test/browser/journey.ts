import type { Locator, Page } from 'playwright-core';
import { DEMONSTRATION_PASSWORD } from '../../src/accounts/demonstration-cast.ts';
import type { Locale } from '../../src/kernel/text.ts';
import type { Size } from './browser.ts';

/** What a journey is handed: people of the cast, each in a browser of their own. */
export interface JourneyTools {
  origin: string;
  open: (login: string | null, locale?: Locale, size?: Size) => Promise<Page>;
}

/** A file in journeys/ exports these two. */
export interface Journey {
  name: string;
  run: (tools: JourneyTools) => Promise<void>;
}

/** @throws Error with the sentence where it does not hold */
export function expectThat(holds: boolean, sentence: string): void {
  if (!holds) throw new Error(sentence);
}

/** Clicks as a person makes them, counted: typing into a field that a click has opened is none. */
export class Clicks {
  count = 0;
  async on(target: Locator): Promise<void> {
    this.count += 1;
    await target.click();
  }
}

/** Signs in with the form, by clicks that are counted. */
export async function signInByClick(page: Page, clicks: Clicks, login: string): Promise<void> {
  await page.fill('#field-login', login);
  await page.fill('#field-password', DEMONSTRATION_PASSWORD);
  await clicks.on(page.locator('.sign-in-box button[type="submit"]'));
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}
