import { Router, type Request } from 'express';
import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { answer, answerWithPage, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { pageNumber } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { accountForm, newAccountForm, postForm, versionForm } from './account-forms.ts';
import { accountDetailsPage } from './account-details-page.ts';
import { findAccount } from './account-details.ts';
import { listAccounts } from './account-list.ts';
import { accountsPage, newAccountPage, oneTimePasswordPage } from './account-pages.ts';
import { addPost } from './add-post.ts';
import { disableAccount, enableAccount, renameAccount, unlockAccount } from './change-account.ts';
import { createAccount } from './create-account.ts';
import { resetPassword } from './reset-password.ts';

/** The administrator's pages: people, their posts and their passwords. */
export function accountRoutes(context: Context): Router {
  const router = Router();
  readingRoutes(router, context);
  changingRoutes(router, context);
  passwordRoutes(router, context);
  return router;
}

function readingRoutes(router: Router, context: Context): void {
  router.get('/accounts', may('admin'), async (req, res) => {
    const search = typeof req.query['q'] === 'string' ? req.query['q'].trim().slice(0, 60) : '';
    const filter = { search, page: pageNumber(req.query) };
    show(res, accountsPage(viewerOf(req, context), await listAccounts(context, filter), filter, req.originalUrl, context.wallClock.now()));
  });

  router.get('/accounts/new', may('admin'), async (req, res) => {
    show(res, newAccountPage(viewerOf(req, context), await unitChoices(context), null));
  });

  router.get('/accounts/:id', may('admin'), async (req, res) => { show(res, await details(context, req, null)); });
}

type Change = (actor: Actor, id: number, body: unknown) => Promise<void>;

function changingRoutes(router: Router, context: Context): void {
  const change = (path: string, key: string, verb: Change): void => {
    router.post(path, may('admin'), async (req, res) => {
      await answer(req, res, async () => {
        const id = idInAddress(req);
        await verb(actorOf(req), id, req.body);
        setFlash(req, 'success', wordsOf(req).t(key));
        return `/accounts/${id}`;
      }, (rejected) => details(context, req, rejected));
    });
  };
  change('/accounts/:id', 'accounts.done.renamed', (actor, id, body) => renameAccount(context, actor, id, parseForm(accountForm, body)));
  change('/accounts/:id/posts', 'accounts.done.post_added', (actor, id, body) => addPost(context, actor, id, parseForm(postForm, body)));
  change('/accounts/:id/suspension', 'accounts.done.disabled', (actor, id, body) => disableAccount(context, actor, id, parseForm(versionForm, body)));
  change('/accounts/:id/reinstatement', 'accounts.done.enabled', (actor, id, body) => enableAccount(context, actor, id, parseForm(versionForm, body)));
  change('/accounts/:id/unlocking', 'accounts.done.unlocked', (actor, id, body) => unlockAccount(context, actor, id, parseForm(versionForm, body)));
}

/** These answer with a page instead of a redirect: the password is shown once and stands nowhere. */
function passwordRoutes(router: Router, context: Context): void {
  router.post('/accounts', may('admin'), async (req, res) => {
    await answerWithPage(req, res,
      async () => oneTimePasswordPage(viewerOf(req, context), await createAccount(context, actorOf(req), parseForm(newAccountForm, req.body))),
      async (rejected) => newAccountPage(viewerOf(req, context), await unitChoices(context), rejected));
  });

  router.post('/accounts/:id/password-reset', may('admin'), async (req, res) => {
    await answerWithPage(req, res,
      async () => oneTimePasswordPage(viewerOf(req, context), await resetPassword(context, actorOf(req), idInAddress(req), parseForm(versionForm, req.body))),
      (rejected) => details(context, req, rejected));
  });
}

async function details(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const [account, units] = await Promise.all([findAccount(context, idInAddress(req)), unitChoices(context)]);
  return accountDetailsPage(viewerOf(req, context), account, units, context.wallClock.now(), rejected);
}
