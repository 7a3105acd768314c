import { randomBytes } from 'node:crypto';
import type { CookieOptions, Request, RequestHandler } from 'express';
import session from 'express-session';
import type { Config } from '../config.ts';
import type { Context } from '../kernel/context.ts';
import { DbSessionStore } from './session-store.ts';

const ID_BYTES = 32;
const AGENT_LENGTH = 200;

export const cookieName = (config: Config): string => (config.secureCookies ? '__Host-luoshi' : 'luoshi');

export const cookieOptions = (config: Config): CookieOptions => ({ httpOnly: true, sameSite: 'lax', secure: config.secureCookies, path: '/' });

/** An opaque 256-bit id in a cookie that scripts cannot read; all else stays on the server (SECURITY A6). */
export function sessions({ db, wallClock, config }: Context): RequestHandler {
  return session({
    name: cookieName(config),
    secret: config.sessionSecret,
    store: new DbSessionStore(db, wallClock, { idleMinutes: config.sessionIdleMinutes, hours: config.sessionHours }),
    genid: () => randomBytes(ID_BYTES).toString('base64url'),
    resave: false,
    saveUninitialized: false,
    cookie: cookieOptions(config),
  });
}

/** Where a session comes from, for the list that people see of their own. */
export function noteOrigin(req: Request): void {
  req.session.address = req.ip ?? '';
  req.session.agent = (req.get('user-agent') ?? '').slice(0, AGENT_LENGTH);
}
