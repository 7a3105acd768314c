import { Router, type ErrorRequestHandler, type Request } from 'express';
import type { Passport } from 'passport';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/errors.ts';
import { currentScope, markChecked } from '../kernel/request-scope.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { NotFromOurPage } from '../web/csrf.ts';
import { parseForm, typedIn, type Rejected } from '../web/forms.ts';
import { anyone } from '../web/gates.ts';
import { isLocale, wordsOf } from '../web/viewer-of-request.ts';
import { ADDRESS_LIMIT, safeNext } from './account.ts';
import { signInForm } from './account-forms.ts';
import { signInPage } from './sign-in-pages.ts';
import { authenticate, beginSession, endSession } from './sign-in-session.ts';
import { noteSignOut } from './sign-out.ts';

export function signInRoutes(context: Context, passport: InstanceType<typeof Passport>): Router {
  const router = Router();
  const failures = new RateLimiterMemory({ points: ADDRESS_LIMIT.failures, duration: ADDRESS_LIMIT.seconds });
  const page = (req: Request, next: string | undefined, rejected: Rejected | null): Page => signInPage(context, wordsOf(req).t, safeNext(next), rejected, !req.secure);

  router.get('/sign-in', anyone, (req, res) => {
    if (req.user !== undefined) res.redirect(303, '/');
    else show(res, page(req, typeof req.query['next'] === 'string' ? req.query['next'] : undefined, null));
  });

  router.post('/sign-in', anyone, async (req, res) => {
    const address = req.ip ?? '';
    forgetFormKey(); // a page gone back to may sign in again, and signing in twice does no harm
    const before = await failures.get(address);
    if (before !== null && before.consumedPoints >= ADDRESS_LIMIT.failures) {
      res.setHeader('Retry-After', Math.ceil(before.msBeforeNext / 1000));
      show(res, page(req, nextOf(req), complaint(req, 'accounts.error.address', 429)), 429);
      return;
    }
    await answer(req, res, async () => {
      const { next } = parseForm(signInForm, req.body);
      const result = await authenticate(passport, req);
      if ('refused' in result) {
        if (result.refused !== 'locked') await failures.penalty(address);
        throw new Refused('accounts.error.wrong');
      }
      await beginSession(context, req, result.person, result.locale);
      return safeNext(next);
    }, async (rejected) => page(req, rejected.typed['next'], rejected));
  });

  router.post('/sign-out', anyone, async (req, res) => {
    if (req.user !== undefined) await noteSignOut(context, req.user);
    await endSession(context.config, req, res);
    res.redirect(303, '/sign-in');
  });

  router.post('/language', anyone, (req, res) => {
    const body = req.body as Record<string, unknown> | undefined;
    if (isLocale(body?.['locale'])) req.session.locale = body['locale'];
    res.redirect(303, safeNext(typeof body?.['next'] === 'string' ? body['next'] : undefined));
  });

  return router;
}

function forgetFormKey(): void {
  const scope = currentScope();
  if (scope) scope.formKey = null;
}

const nextOf = (req: Request): string | undefined => typedIn(req.body)['next'];

const complaint = (req: Request, key: string, status: number): Rejected => ({ status, complaints: [{ key }], typed: { login: typedIn(req.body)['login'] ?? '' } });

/** A sign-in page that was open over lunch has lost its session: it is shown again instead of a page about errors. The change is refused all the same. */
export function signInAgain(context: Context): ErrorRequestHandler {
  return (error: unknown, req, res, next) => {
    if (!(error instanceof NotFromOurPage) || req.method !== 'POST' || req.user !== undefined || req.path !== '/sign-in') {
      next(error);
      return;
    }
    markChecked();
    show(res, signInPage(context, wordsOf(req).t, safeNext(nextOf(req)), complaint(req, 'errors.csrf', 403), !req.secure), 403);
  };
}
