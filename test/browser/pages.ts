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

/** The address that the links lead to: the first one on `from` that the first selector finds, from there the next … */
export const linkOn = (from: string, ...selectors: string[]) => async (page: Page): Promise<string | null> => {
  let at: string | null = from;
  for (const selector of selectors) {
    if (at === null) return null;
    await page.goto(at);
    const link = page.locator(selector).first();
    const href = (await link.count()) === 0 ? null : await link.getAttribute('href');
    at = href === null ? null : new URL(href, page.url()).href;
  }
  return at;
};

/** The task of the demonstration with milestones, branches, files and a matter to coordinate. */
const CONSUMPTION = '/tasks?q=%E4%BF%83%E8%BF%9B%E6%B6%88%E8%B4%B9%E6%89%A9%E5%AE%B9%E6%8F%90%E8%B4%A8';

/** What lies below the first plan and is linked to only now and then. */
const belowPlan = (rest: string) => async (page: Page): Promise<string | null> => {
  const plan = await linkOn('/plans', '.panel-title a')(page);
  return plan === null ? null : plan + rest;
};

const READERS: readonly Role[] = ['supervisor', 'inspector', 'head', 'clerk', 'leader', 'auditor'];
const WORKERS: readonly Role[] = ['supervisor', 'inspector', 'head', 'clerk', 'leader'];

/** Every page, one line each. A new page is a new line here. */
export const pages: readonly PageEntry[] = [
  { name: 'sign-in', path: '/sign-in', roles: [] },
  { name: 'desk', path: '/', roles: ROLES },
  { name: 'plans', path: '/plans', roles: ['supervisor'] },
  { name: 'plan-text', path: linkOn('/plans', '.panel-title a'), roles: READERS },
  { name: 'plan-sentence', path: linkOn('/plans', '.panel-title a', 'a.mark-red'), roles: ['supervisor', 'leader', 'head'] },
  { name: 'plan-gap', path: linkOn('/plans', '.panel-title a', 'a.mark-gap'), roles: ['supervisor'] },
  { name: 'plan-overview', path: linkOn('/plans', '.panel-title a', '.tabs a[href$="/overview"]'), roles: ['supervisor', 'leader'] },
  { name: 'plan-commitments', path: linkOn('/plans', '.panel-title a', '.tabs a[href$="/commitments"]'), roles: ['supervisor', 'head'] },
  { name: 'plan-import', path: '/plans/import', roles: ['supervisor'] },
  { name: 'ledger', path: '/tasks', roles: WORKERS },
  { name: 'ledger-nothing', path: '/tasks?q=%E6%97%A0%E6%AD%A4%E4%BB%BB%E5%8A%A1', roles: ['supervisor'] },
  { name: 'task', path: linkOn('/tasks', '[data-open]'), roles: WORKERS },
  { name: 'task-consumption', path: linkOn(CONSUMPTION, '[data-open]'), roles: ['supervisor', 'head'] },
  { name: 'task-suspended', path: linkOn('/tasks?status=suspended', '[data-open]'), roles: ['supervisor'] },
  { name: 'task-standing', path: linkOn('/tasks?status=standing', '[data-open]'), roles: ['leader'] },
  { name: 'branches', path: linkOn(CONSUMPTION, '[data-open]', 'main a[href$="/branches"]'), roles: ['supervisor', 'head'] },
  { name: 'milestone', path: linkOn(CONSUMPTION, '[data-open]', '.milestones a'), roles: ['supervisor', 'clerk'] },
  { name: 'milestones-change', path: linkOn(CONSUMPTION, '[data-open]', 'main a[href$="/milestones"]'), roles: ['supervisor'] },
  { name: 'order', path: linkOn(CONSUMPTION, '[data-open]', 'main a[href$="/order"]'), roles: ['supervisor', 'head'] },
  { name: 'task-order', path: linkOn('/tasks', '[data-open]', 'a[href$="/order"]'), roles: ['supervisor', 'head'] },
  { name: 'task-suspended', path: linkOn('/tasks?end=suspended', '[data-open]'), roles: ['supervisor'] },
  { name: 'task-ending', path: linkOn('/desk/ending', '.pile-row a'), roles: ['supervisor', 'leader'] },
  { name: 'task-new', path: linkOn('/plans', '.panel-title a', 'a.mark-gap', '.reading-details a.btn-primary'), roles: ['supervisor'] },
  { name: 'plan-desk', path: linkOn('/plans', '.panel-title a', '.tabs a[href$="/desk"]'), roles: ['supervisor'] },
  { name: 'plan-suspects', path: belowPlan('/suspects'), roles: ['supervisor'] },
  { name: 'plan-programmes', path: belowPlan('/programmes'), roles: ['supervisor'] },
  { name: 'desk-pile', path: linkOn('/', '.pile-head a'), roles: ['supervisor', 'clerk'] },
  { name: 'filings-owed', path: '/filings', roles: ['head', 'clerk'] },
  { name: 'filing-write', path: linkOn('/filings', '[data-open]'), roles: ['clerk', 'head'] },
  { name: 'reviews', path: '/reviews', roles: ['supervisor'] },
  { name: 'review', path: linkOn('/reviews', '[data-open]'), roles: ['supervisor'] },
  { name: 'coordinations', path: '/coordination', roles: ['supervisor', 'head'] },
  { name: 'coordination', path: linkOn('/coordination', '[data-open]'), roles: ['supervisor'] },
  { name: 'filings-of-task', path: linkOn('/tasks?light=red', '[data-open]', 'a[href*="/filings"]'), roles: ['supervisor'] },
  { name: 'filing', path: linkOn(CONSUMPTION, '[data-open]', 'main a[href*="/filings"]', 'td a'), roles: ['supervisor', 'leader'] },
  { name: 'filing-round', path: linkOn(CONSUMPTION, '[data-open]', 'main a[href*="/filings"]', 'td a', '.filing-rounds a'), roles: ['inspector'] },
  { name: 'supervision', path: '/supervision', roles: ['supervisor', 'inspector', 'leader'] },
  { name: 'urge-form', path: linkOn('/supervision', '.acts a.btn[href$="/new"]'), roles: ['inspector'] },
  { name: 'slips', path: '/supervision/slips', roles: ['inspector', 'head'] },
  { name: 'slip', path: linkOn('/supervision/slips', '[data-open]'), roles: ['inspector'] },
  { name: 'verifications', path: '/supervision/verifications', roles: ['inspector', 'head'] },
  { name: 'problems', path: '/supervision/problems', roles: ['inspector', 'head'] },
  { name: 'problem', path: linkOn('/supervision/problems', '[data-open]'), roles: ['inspector', 'head'] },
  { name: 'instructions', path: '/supervision/instructions', roles: ['leader', 'supervisor'] },
  { name: 'instruction', path: linkOn('/supervision/instructions', '[data-open]'), roles: ['leader'] },
  { name: 'burden', path: '/supervision/burden', roles: ['supervisor'] },
  { name: 'burden-beyond', path: '/supervision/burden?month=2021-03', roles: ['supervisor'] },
  { name: 'burden-of-unit', path: linkOn('/supervision/burden', 'tbody a[href*="/burden/"]'), roles: ['supervisor'] },
  { name: 'escalations', path: '/supervision/escalations', roles: ['inspector', 'head'] },
  { name: 'escalation', path: linkOn('/supervision/escalations', '[data-open]'), roles: ['supervisor'] },
  { name: 'verification', path: linkOn('/supervision/verifications', '[data-open]'), roles: ['inspector', 'head'] },
  { name: 'circulars', path: '/circulars', roles: ['supervisor', 'head'] },
  { name: 'circular', path: linkOn('/circulars', '[data-open]'), roles: ['leader', 'head'] },
  { name: 'parameters-lights', path: '/parameters/lights', roles: ['supervisor', 'leader', 'head', 'admin'] },
  { name: 'parameters-caps', path: '/parameters/caps', roles: ['supervisor', 'leader'] },
  { name: 'circular-rules', path: '/circulars/rules', roles: ['supervisor'] },
  { name: 'holders', path: '/supervision/holders', roles: ['supervisor', 'leader'] },
  { name: 'holder', path: linkOn('/supervision/holders', '[data-open]'), roles: ['inspector'] },
  { name: 'samples', path: '/supervision/samples', roles: ['supervisor'] },
  { name: 'sample', path: linkOn('/supervision/samples', '[data-open]'), roles: ['supervisor'] },
  { name: 'dashboard', path: '/dashboard', roles: ['leader', 'supervisor', 'inspector'] },
  { name: 'audit', path: '/audit', roles: ['auditor'] },
  { name: 'units', path: '/units', roles: ROLES },
  { name: 'unit', path: linkOn('/units', '[data-open]'), roles: ['supervisor', 'admin'] },
  { name: 'who-holds-what', path: '/work', roles: ['head', 'supervisor'] },
  { name: 'unit-new', path: '/units/new', roles: ['admin'] },
  { name: 'me', path: '/me', roles: ROLES },
  { name: 'password', path: '/me/password', roles: ['clerk'] },
  { name: 'messages', path: '/messages', roles: ['clerk', 'head', 'supervisor', 'leader'] },
  { name: 'messages-sent', path: '/messages/sent', roles: ['supervisor', 'leader'] },
  { name: 'messages-settings', path: '/messages/settings', roles: ['supervisor', 'admin'] },
  { name: 'messages-mine', path: '/me/messages', roles: ['clerk', 'auditor'] },
  { name: 'accounts', path: '/accounts', roles: ['admin'] },
  { name: 'account-new', path: '/accounts/new', roles: ['admin'] },
  { name: 'account', path: linkOn('/accounts', '[data-open]'), roles: ['admin'] },
  { name: 'post-ending', path: linkOn('/accounts?q=fagai', '[data-open]', 'a[href$="/ending"]'), roles: ['admin'] },
  { name: 'not-found', path: '/no-such-page', roles: ['supervisor'], status: 404 },
];
