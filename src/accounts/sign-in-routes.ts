import { Router, type Request } from 'express';
import type { Passport } from 'passport';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/errors.ts';
import { answer, show } from '../web/answer.ts';
import { parseForm } from '../web/forms.ts';
import { anyone } from '../web/gates.ts';
import { isLocale, wordsOf } from '../web/viewer-of-request.ts';
import { safeNext, signInForm } from './account.ts';
import { signInPage } from './sign-in-pages.ts';

export function signInRoutes(context: Context, passport: InstanceType<typeof Passport>): Router {
  const router = Router();

  router.get('/sign-in', anyone, (req, res) => {
    if (req.user !== undefined) res.redirect(303, '/');
    else show(res, signInPage(context, wordsOf(req).t, safeNext(typeof req.query['next'] === 'string' ? req.query['next'] : undefined), null));
  });

  router.post('/sign-in', anyone, async (req, res) => {
    await answer(req, res, async () => {
      const { next } = parseForm(signInForm, req.body);
      await establish(passport, req);
      return safeNext(next);
    }, async (rejected) => signInPage(context, wordsOf(req).t, safeNext(rejected.typed['next']), rejected));
  });

  router.post('/sign-out', anyone, async (req, res) => {
    await new Promise<void>((resolve, reject) => { req.session.destroy((error: unknown) => { if (error instanceof Error) reject(error); else resolve(); }); });
    res.redirect(303, '/sign-in');
  });

  router.post('/language', anyone, (req, res) => {
    const body = req.body as Record<string, unknown> | undefined;
    if (isLocale(body?.['locale'])) req.session.locale = body['locale'];
    res.redirect(303, safeNext(typeof body?.['next'] === 'string' ? body['next'] : undefined));
  });

  return router;
}

/** Signs in through Passport, which gives the session a new id (SECURITY A3). @throws Refused */
function establish(passport: InstanceType<typeof Passport>, req: Request): Promise<void> {
  const { locale } = req.session;
  return new Promise((resolve, reject) => {
    const done = (error: unknown, user?: Express.User | false | null, info?: { message: string } | string | string[]): void => {
      if (error instanceof Error) { reject(error); return; }
      const message = typeof info === 'object' && 'message' in info ? info.message : '';
      if (!user) { reject(new Refused(message === 'locked' ? 'accounts.error.locked' : 'accounts.error.wrong')); return; }
      req.logIn(user, (failure: unknown) => {
        if (failure instanceof Error) { reject(failure); return; }
        const wanted = isLocale(message) ? message : locale;
        if (wanted !== undefined) req.session.locale = wanted;
        resolve();
      });
    };
    (passport.authenticate('local', done) as (req: Request, res: object, next: (error?: unknown) => void) => void)(req, {}, reject);
  });
}
