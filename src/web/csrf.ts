import type { Request, RequestHandler } from 'express';
import { csrfSync } from 'csrf-sync';
import { Forbidden } from '../kernel/errors.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const tokens = csrfSync({
  getTokenFromRequest: (req) => {
    const body = req.body as Record<string, unknown> | undefined;
    return typeof body?.['_csrf'] === 'string' ? body['_csrf'] : req.get('x-csrf-token');
  },
});

export const csrfToken = (req: Request): string => tokens.generateToken(req);

/** Changes are accepted from our own pages only: by where the browser says it comes from … */
export const sameOrigin: RequestHandler = (req, _res, next) => {
  if (SAFE.has(req.method)) {
    next();
    return;
  }
  const site = req.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin') throw new Forbidden('errors.csrf');
  const origin = req.get('origin');
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== req.get('host'))) throw new Forbidden('errors.csrf');
  next();
};

/** … and by the token of the session. Forms with files are checked by `checkToken` after their body was read. */
export const csrfGuard: RequestHandler = (req, res, next) => {
  if (SAFE.has(req.method) || req.is('multipart/form-data') !== false) {
    next();
    return;
  }
  checkToken(req, res, next);
};

export const checkToken: RequestHandler = (req, _res, next) => {
  if (!tokens.isRequestValid(req)) throw new Forbidden('errors.csrf');
  next();
};
