import type { Request } from 'express';
import type { Actor } from '../kernel/actor.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { LOCALES, wordsIn, type Locale, type Words } from '../kernel/text.ts';
import type { Viewer } from '../kernel/viewer.ts';

declare module 'express-session' {
  interface SessionData {
    locale?: Locale;
  }
}
declare global {
  // Passport puts the person on the request; here that person is an Actor.
  namespace Express {
    interface User extends Actor {
      mustChangePassword: boolean;
    }
  }
}

export const isLocale = (value: unknown): value is Locale => LOCALES.some((l) => l === value);

/** Chinese unless the person chose otherwise: a browser set to English does not change an office's language. */
export function wordsOf(req: Request): { locale: Locale; t: Words } {
  const chosen = (req.session as typeof req.session | undefined)?.locale;
  const locale = isLocale(chosen) ? chosen : 'zh-CN';
  return { locale, t: wordsIn(locale) };
}

/** The signed-in person. @throws Error on a route that has no gate, which is a bug */
export function actorOf(req: Request): Actor {
  if (req.user === undefined) throw new Error(`no actor on ${req.path}: the route has no gate`);
  return req.user;
}

export function viewerOf(req: Request, context: Context): Viewer {
  const now = context.clock.now();
  return { actor: actorOf(req), ...wordsOf(req), now, today: dayOf(now), calendar: context.calendar, parameters: context.parameters };
}
