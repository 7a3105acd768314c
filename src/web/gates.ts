import type { RequestHandler } from 'express';
import type { Role } from '../kernel/actor.ts';
import { Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';

/** Who may call a route; the generated route × role test reads it back from the router. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

/** A route's first handler. Every route has one; the net refuses answers of routes that do not. */
export type Gate = RequestHandler & { access: Access };

const gate = (access: Access, handler: RequestHandler): Gate => Object.assign(handler, { access });

/** Sign-in, static facts and health only. */
export const anyone: Gate = gate('anyone', (_req, _res, next) => {
  markChecked();
  next();
});

export const signedIn: Gate = gate('signed-in', (req, res, next) => {
  if (req.user === undefined) {
    const back = req.method === 'GET' ? `?next=${encodeURIComponent(req.originalUrl)}` : '';
    res.redirect(303, `/sign-in${back}`);
    return;
  }
  markChecked();
  next();
});

/** Only these roles; others get 403 with whose page it is, and stay signed in. */
export function may(...roles: Role[]): Gate {
  return gate(roles, (req, res, next) => {
    if (req.user === undefined) {
      void signedIn(req, res, next);
      return;
    }
    if (!roles.includes(req.user.role)) throw new Forbidden('errors.forbidden_role');
    markChecked();
    next();
  });
}
