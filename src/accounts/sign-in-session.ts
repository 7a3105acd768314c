import type { Request, Response } from 'express';
import type { Passport } from 'passport';
import type { Config } from '../config.ts';
import type { Context } from '../kernel/context.ts';
import type { Locale } from '../kernel/text.ts';
import { cookieName, cookieOptions, noteOrigin } from '../web/sessions.ts';
import { isLocale } from '../web/viewer-of-request.ts';
import type { Person } from './account-queries.ts';

const failed = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** Asks Passport about the name and password of a request. @returns the person and their language, or why nobody signed in */
export function authenticate(passport: InstanceType<typeof Passport>, req: Request): Promise<{ person: Express.User; locale: Locale | undefined } | { refused: string }> {
  return new Promise((resolve, reject) => {
    const done = (error: unknown, user?: Express.User | false | null, info?: { message: string } | string | (string | undefined)[]): void => {
      const message = typeof info === 'object' && 'message' in info ? info.message : '';
      if (error) reject(failed(error));
      else if (!user) resolve({ refused: message });
      else resolve({ person: user, locale: isLocale(message) ? message : undefined });
    };
    (passport.authenticate('local', done) as (req: Request, res: object, next: (error?: unknown) => void) => void)(req, {}, reject);
  });
}

/** A session with a new id for that person (SECURITY A3); its twelve hours count from now. */
export async function beginSession({ wallClock }: Context, req: Request, person: Person, locale: Locale | undefined): Promise<void> {
  await logIn(req, person, { startedAt: wallClock.now().getTime(), locale: locale ?? req.session.locale });
}

/** A new id for somebody whose rights change: another post, another password. The twelve hours go on from the sign-in. */
export async function renewSession(req: Request, person: Person): Promise<void> {
  await logIn(req, person, { startedAt: req.session.startedAt, locale: req.session.locale });
}

function logIn(req: Request, person: Person, kept: { startedAt: number | undefined; locale: Locale | undefined }): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.regenerate((failure: unknown) => {
      if (failure) {
        reject(failed(failure));
        return;
      }
      // Passport makes the session anew once more and would drop what stands in it, were it not told to keep it.
      if (kept.startedAt !== undefined) req.session.startedAt = kept.startedAt;
      if (kept.locale !== undefined) req.session.locale = kept.locale;
      noteOrigin(req);
      req.logIn(person, { session: true, keepSessionInfo: true }, (error: unknown) => { if (error) reject(failed(error)); else resolve(); });
    });
  });
}

export function endSession(config: Config, req: Request, res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    req.session.destroy((error: unknown) => {
      if (error) {
        reject(failed(error));
        return;
      }
      res.clearCookie(cookieName(config), cookieOptions(config));
      resolve();
    });
  });
}
