import type { Request, RequestHandler, Response } from 'express';
import type { Role } from '../kernel/actor.ts';
import { Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { checkToken, isTokenOwed, NotFromOurPage } from './csrf.ts';

/** Who may call a route; the generated route × role test reads it back from the router. */
export type Access = 'anyone' | 'signed-in' | readonly Role[];

/** A route's first handler. Every route has one; the net refuses answers of routes that do not. */
export type Gate = RequestHandler & { access: Access };

/** A gate turned somebody away; app.ts has it written into the audit log. */
export class TurnedAway extends Forbidden {}

const PASSWORD_PAGE = '/me/password';

type Test = (req: Request, res: Response) => 'passes' | 'answered';

/** Every gate first wants the proof that a change was sent from our own page, then asks who it is. */
const gate = (access: Access, test: Test, takesFiles = false): Gate => Object.assign<RequestHandler, { access: Access }>((req, res, next) => {
  if (isTokenOwed(req) && !takesFiles && !checksTokenLater(req)) throw new NotFromOurPage();
  if (test(req, res) === 'answered') return;
  markChecked();
  next();
}, { access });

/**
 * The token of a form with files stands in a body that is not read yet. Only a route that checks it after reading may go on, with
 * `checkToken` among its handlers or a gate of `mayWithFiles`; on any other route such a form is a way around the token.
 */
function checksTokenLater(req: Request): boolean {
  const route = req.route as { stack: { handle: unknown }[] } | undefined;
  return route?.stack.some((layer) => layer.handle === checkToken) ?? false;
}

/** People who are not signed in are led to the sign-in page and from there back; their changes are refused. */
function needPerson(req: Request, res: Response): 'passes' | 'answered' {
  if (req.user !== undefined) return 'passes';
  if (req.method !== 'GET' && req.method !== 'HEAD') throw new TurnedAway('errors.sign_in_first');
  markChecked();
  res.redirect(303, `/sign-in?next=${encodeURIComponent(req.originalUrl)}`);
  return 'answered';
}

/** With an initial or outdated password nothing can be done but to change it. */
function needOwnPassword(req: Request, res: Response): 'passes' | 'answered' {
  if (req.user?.mustChangePassword !== true) return 'passes';
  if (req.method !== 'GET' && req.method !== 'HEAD') throw new TurnedAway('errors.password_first');
  markChecked();
  res.redirect(303, PASSWORD_PAGE);
  return 'answered';
}

const needRole = (roles: readonly Role[]): Test => (req, res) => {
  if (needPerson(req, res) === 'answered' || needOwnPassword(req, res) === 'answered') return 'answered';
  if (req.user !== undefined && !roles.includes(req.user.role)) throw new TurnedAway('errors.forbidden_role');
  return 'passes';
};

/** Sign-in, language, static facts and health only. */
export const anyone: Gate = gate('anyone', () => 'passes');

export const signedIn: Gate = gate('signed-in', (req, res) => (needPerson(req, res) === 'answered' ? 'answered' : needOwnPassword(req, res)));

/** Changing one's password: the one thing that an initial password is good for. */
export const signedInWithAnyPassword: Gate = gate('signed-in', needPerson);

/** Only these roles; others get 403 with whose page it is, and stay signed in. */
export const may = (...roles: Role[]): Gate => gate(roles, needRole(roles));

/** As `may`, on a route whose handler reads a form with files and then calls `checkToken` itself. */
export const mayWithFiles = (...roles: Role[]): Gate => gate(roles, needRole(roles), true);
