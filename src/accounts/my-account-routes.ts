import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may, signedIn, signedInWithAnyPassword } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { sessionKey } from '../web/session-store.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { delegationForm, languageForm, passwordForm, postChoiceForm, sessionChoiceForm } from './account-forms.ts';
import { findActor, postsOf } from './account-queries.ts';
import { changePassword } from './change-password.ts';
import { chooseLanguage } from './choose-language.ts';
import { DELEGABLE } from './delegation.ts';
import { colleaguesOf, delegationsOf } from './delegation-queries.ts';
import { endOwnSessions } from './end-sessions.ts';
import { giveDelegation } from './give-delegation.ts';
import { myAccountPage, passwordPage } from './my-account-pages.ts';
import { revokeDelegation } from './revoke-delegation.ts';
import { openSessions } from './session-queries.ts';
import { renewSession } from './sign-in-session.ts';
import { switchPost } from './switch-post.ts';

/** What people do with their own account, whatever their role. */
export function myAccountRoutes(context: Context): Router {
  const router = Router();
  const page = (req: Request, rejected: Rejected | null): Promise<Page> => myPage(context, req, rejected);
  const password = (req: Request, rejected: Rejected | null): Page => passwordPage(wordsOf(req), context.config, req.user?.mustChangePassword === true, rejected);
  const done = (req: Request, key: string): string => {
    setFlash(req, 'success', wordsOf(req).t(key));
    return '/me';
  };

  router.get('/me', signedIn, async (req, res) => { show(res, await page(req, null)); });
  router.get('/me/password', signedInWithAnyPassword, (req, res) => { show(res, password(req, null)); });

  router.post('/me/password', signedInWithAnyPassword, async (req, res) => {
    await answer(req, res, async () => {
      const actor = actorOf(req);
      await changePassword(context, actor, parseForm(passwordForm, req.body));
      await renew(context, req, actor.postId);
      return done(req, 'accounts.password.done');
    }, async (rejected) => password(req, rejected));
  });

  router.post('/me/language', signedIn, async (req, res) => {
    await answer(req, res, async () => {
      const { locale } = parseForm(languageForm, req.body);
      await chooseLanguage(context, actorOf(req), locale);
      req.session.locale = locale;
      return done(req, 'accounts.me.language_done');
    }, (rejected) => page(req, rejected));
  });

  router.post('/me/post', signedIn, async (req, res) => {
    await answer(req, res, async () => {
      const { postId } = await switchPost(context, actorOf(req), parseForm(postChoiceForm, req.body).post);
      await renew(context, req, postId);
      return '/';
    }, (rejected) => page(req, rejected));
  });

  lendingRoutes(context, router, page, done);

  router.post('/me/sessions/ending', signedIn, async (req, res) => {
    await answer(req, res, async () => {
      await endOwnSessions(context, actorOf(req), parseForm(sessionChoiceForm, req.body).session, sessionKey(req.sessionID));
      return done(req, 'accounts.me.ended');
    }, (rejected) => page(req, rejected));
  });

  return router;
}

/** Lending a post to a colleague for some days, and taking it back. */
function lendingRoutes(context: Context, router: Router, page: (req: Request, rejected: Rejected | null) => Promise<Page>, done: (req: Request, key: string) => string): void {
  router.post('/me/delegations', may(...DELEGABLE), async (req, res) => {
    await answer(req, res, async () => {
      await giveDelegation(context, actorOf(req), parseForm(delegationForm, req.body));
      return done(req, 'accounts.delegation.given');
    }, (rejected) => page(req, rejected));
  });

  router.post('/me/delegations/:id/revocation', may(...DELEGABLE), async (req, res) => {
    await answer(req, res, async () => {
      await revokeDelegation(context, actorOf(req), idInAddress(req));
      return done(req, 'accounts.delegation.taken_back');
    }, (rejected) => page(req, rejected));
  });
}

async function myPage(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const account = await context.db.account.findUniqueOrThrow({ where: { id: viewer.actor.accountId }, select: { login: true, locale: true, passwordChangedAt: true } });
  const { actor } = viewer;
  const [posts, sessions, delegations, colleagues] = await Promise.all([postsOf(context, actor.accountId), openSessions(context, actor), delegationsOf(context, actor), colleaguesOf(context, actor)]);
  return myAccountPage(viewer, { ...account, posts, sessions, delegations, colleagues, present: sessionKey(req.sessionID) }, rejected);
}

/** @throws NotFound where the post ended meanwhile */
async function renew(context: Context, req: Request, postId: number): Promise<void> {
  const person = await findActor(context, actorOf(req).accountId, postId);
  if (person === null) throw new NotFound('post');
  await renewSession(req, person);
}
