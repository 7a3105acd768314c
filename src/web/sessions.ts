import type { RequestHandler } from 'express';
import session from 'express-session';
import type { Context } from '../kernel/context.ts';
import { DbSessionStore } from './session-store.ts';

const AGENT_LENGTH = 200;

/** An opaque 256-bit id in a cookie that scripts cannot read; all else stays on the server (SECURITY A6). */
export function sessions({ db, wallClock, config }: Context): RequestHandler {
  return session({
    name: config.secureCookies ? '__Host-luoshi' : 'luoshi',
    secret: config.sessionSecret,
    store: new DbSessionStore(db, wallClock, { idleMinutes: config.sessionIdleMinutes, hours: config.sessionHours }),
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', secure: config.secureCookies, path: '/' },
  });
}

/** Where a session comes from, for the list that people see of their own. */
export const noteOrigin: RequestHandler = (req, _res, next) => {
  if (req.user !== undefined && req.session.address === undefined) {
    req.session.address = req.ip ?? '';
    req.session.agent = (req.get('user-agent') ?? '').slice(0, AGENT_LENGTH);
  }
  next();
};
