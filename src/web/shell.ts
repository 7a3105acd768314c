import type { Request } from 'express';
import type { Actor, Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { LOCALES, type Locale, type Words } from '../kernel/text.ts';
import { backTo } from './back-to.ts';
import { takeFlash, type Flash } from './flash.ts';
import { viewerOf, wordsOf } from './viewer-of-request.ts';

/** An entry of the side navigation: shown to the roles that may open it. */
export interface NavEntry {
  href: string;
  key: string;
  icon: string;
  roles: readonly Role[];
}

/** What the layout draws around every page. */
export interface Shell {
  t: Words;
  locale: Locale;
  otherLocale: Locale;
  csrf: string;
  path: string;
  /** `onBehalf`: in whose place the person acts and until when, in words. */
  actor: (Actor & { postCount: number; onBehalf: string | null }) | null;
  nav: { href: string; label: string; icon: string; current: boolean }[];
  flash: Flash | null;
  demonstrationDay: string | null;
  waiting: { count: number; href: string } | null;
  /** Unread messages of the person's post. */
  unread: { count: number; href: string } | null;
  /** Where this person may search. */
  search: string | null;
  /** The plan that is being carried out. */
  plan: { title: string; href: string } | null;
}

/** What the domains tell the shell; web itself knows none of them. */
export interface ShellSources {
  nav: readonly NavEntry[];
  /** How many things wait for this person. */
  countWaiting: (context: Context, actor: Actor) => Promise<number>;
  countUnread: (context: Context, actor: Actor) => Promise<number>;
  countPosts: (context: Context, actor: Actor) => Promise<number>;
  currentPlan: (context: Context, actor: Actor) => Promise<{ title: string; href: string } | null>;
}

/** The list that the search at the top looks in. */
const SEARCH = '/tasks';

export async function buildShell(req: Request, context: Context, sources: ShellSources, csrf: string): Promise<Shell> {
  const { locale, t } = wordsOf(req);
  const actor = req.user === undefined ? null : viewerOf(req, context).actor;
  return {
    t,
    locale,
    otherLocale: LOCALES.find((l) => l !== locale) ?? locale,
    csrf,
    // A refused form stands at an address that only takes forms: the page it was on is where a change of language leads.
    path: req.method === 'GET' ? req.originalUrl : backTo(req),
    actor: actor === null ? null : { ...actor, postCount: await sources.countPosts(context, actor), onBehalf: actor.onBehalfOf === undefined ? null : t('shell.on_behalf', { name: actor.onBehalfOf.name, until: actor.onBehalfOf.until }) },
    nav: sources.nav.filter((n) => actor !== null && n.roles.includes(actor.role)).map((n) => ({
      href: n.href, label: t(n.key), icon: n.icon, current: n.href === '/' ? req.path === '/' : req.path.startsWith(n.href),
    })),
    flash: takeFlash(req),
    demonstrationDay: context.config.demonstration ? context.config.demonstrationDay : null,
    waiting: actor === null ? null : { count: await sources.countWaiting(context, actor), href: '/' },
    unread: actor === null ? null : { count: await sources.countUnread(context, actor), href: '/messages' },
    search: actor !== null && sources.nav.some((n) => n.href === SEARCH && n.roles.includes(actor.role)) ? SEARCH : null,
    plan: actor === null ? null : await sources.currentPlan(context, actor),
  };
}
