import type { Request, RequestHandler } from 'express';
import { csrfSync } from 'csrf-sync';
import { Forbidden } from '../kernel/errors.ts';

/** A change that did not come from our own pages, or from a page whose session is over; app.ts has it written into the audit log. */
export class NotFromOurPage extends Forbidden {
  constructor() {
    super('errors.csrf');
  }
}

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
  if (site !== undefined && site !== 'same-origin') throw new NotFromOurPage();
  const origin = req.get('origin');
  if (origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== req.get('host'))) throw new NotFromOurPage();
  next();
};

const owing = new WeakSet<Request>();

/** Whether the token of this change is still to be checked, because it stands in a body with files. */
export const isTokenOwed = (req: Request): boolean => owing.has(req);

/** … and by the token of the session. Forms with files owe it until `checkToken`, which must follow the reading of their body. */
export const csrfGuard: RequestHandler = (req, res, next) => {
  if (SAFE.has(req.method)) {
    next();
  } else if (typeof req.is('multipart/form-data') === 'string') {
    owing.add(req);
    next();
  } else {
    void checkToken(req, res, next);
  }
};

export const checkToken: RequestHandler = (req, _res, next) => {
  if (!tokens.isRequestValid(req)) throw new NotFromOurPage();
  owing.delete(req);
  next();
};
