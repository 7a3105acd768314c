import type { Page } from 'playwright-core';
import { ROLES, type Role } from '../../src/kernel/actor.ts';

/** A page to look at: its address, or how to find it by following a link (null: not there, which is a finding). */
export interface PageEntry {
  name: string;
  path: string | ((page: Page) => Promise<string | null>);
  /** Who may open it; empty: nobody is signed in. */
  roles: readonly Role[];
  /** What it answers where that is not 200. */
  status?: number;
}

/** The address of the first link on `from` that the selector finds. */
export const linkOn = (from: string, selector: string) => async (page: Page): Promise<string | null> => {
  await page.goto(from);
  const link = page.locator(selector).first();
  return (await link.count()) === 0 ? null : link.getAttribute('href');
};

/** Every page, one line each. A new page is a new line here. */
export const pages: readonly PageEntry[] = [
  { name: 'sign-in', path: '/sign-in', roles: [] },
  { name: 'desk', path: '/', roles: ROLES },
  { name: 'units', path: '/units', roles: ROLES },
  { name: 'not-found', path: '/no-such-page', roles: ['supervisor'], status: 404 },
];
