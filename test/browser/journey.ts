import type { Page } from 'playwright-core';
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
