import type { Browser, Page } from 'playwright-core';
import type { Role } from '../../src/kernel/actor.ts';
import { LOCALES, type Locale } from '../../src/kernel/text.ts';
import { DESKTOP, loginOf, openAs, PHONE, type Size } from './browser.ts';
import { findingsAt, watch } from './look-at-page.ts';
import type { PageEntry } from './pages.ts';

/** One person's round: who, in which language, on which screen, to which pages. */
export interface Round {
  role: Role | null;
  locale: Locale;
  size: Size;
  entries: PageEntry[];
  /** Whether axe looks too: the other language has the same elements with other words. */
  axe: boolean;
}

export interface Visit {
  title: string;
  findings: string[];
}

const rolesOf = (entry: PageEntry): (Role | null)[] => (entry.roles.length === 0 ? [null] : [...entry.roles]);

function roundsFor(pages: readonly PageEntry[], locale: Locale, size: Size, goes: (entry: PageEntry, role: Role | null) => boolean): Round[] {
  const roles = [...new Set(pages.flatMap(rolesOf))];
  return roles.map((role) => ({ role, locale, size, axe: true, entries: pages.filter((e) => rolesOf(e).includes(role) && goes(e, role)) })).filter((r) => r.entries.length > 0);
}

/** Everybody, everything, both languages, both screens. */
export const allRounds = (pages: readonly PageEntry[]): Round[] =>
  LOCALES.flatMap((locale) => [DESKTOP, PHONE].flatMap((size) => roundsFor(pages, locale, size, () => true)));

/** Everybody in Chinese at a desk; on the phone and in English each page once, as the first who may open it. */
export function briefRounds(pages: readonly PageEntry[]): Round[] {
  const first = (entry: PageEntry, role: Role | null): boolean => rolesOf(entry)[0] === role;
  return [
    ...roundsFor(pages, 'zh-CN', DESKTOP, () => true),
    ...roundsFor(pages, 'zh-CN', PHONE, first),
    ...roundsFor(pages, 'en', DESKTOP, first).map((round) => ({ ...round, axe: false })),
  ];
}

/** Addresses that were looked for by their links, by who looked: the same in every language and on every screen. */
const found = new Map<string, Promise<string | null>>();

function addressOf(entry: PageEntry, role: Role | null, page: Page): Promise<string | null> {
  if (typeof entry.path === 'string') return Promise.resolve(entry.path);
  const key = `${entry.name} ${role ?? 'nobody'}`;
  const address = found.get(key) ?? entry.path(page);
  found.set(key, address);
  return address;
}

/** Makes a round; `picture` is called on every page that was found. */
export async function makeRound(browser: Browser, origin: string, round: Round, onVisit: (visit: Visit) => void, picture: (page: Page, name: string) => Promise<void>): Promise<void> {
  const page = await openAs(browser, origin, round.role === null ? null : loginOf(round.role), round.locale, round.size);
  const watched = watch(page);
  for (const entry of round.entries) {
    const title = [entry.name, round.role ?? 'nobody', round.locale, String(round.size.width)].join(' ');
    try {
      const address = await addressOf(entry, round.role, page);
      const findings = address === null ? ['not found by its link'] : await findingsAt(page, watched, address, { status: entry.status ?? 200, axe: round.axe });
      if (address !== null) await picture(page, title.replaceAll(' ', '.'));
      onVisit({ title, findings });
    } catch (error) {
      onVisit({ title, findings: [error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)] });
    }
  }
  await page.context().close();
}
