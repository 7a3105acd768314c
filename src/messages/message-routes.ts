import { Router } from 'express';
import type { Context } from '../kernel/context.ts';
import { idIn, monthIn } from '../supervision/slip-filter.ts';
import { OVERSEERS } from '../supervision/slip-policy.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { parseForm } from '../web/forms.ts';
import { may, signedIn } from '../web/gates.ts';
import { PAGE_SIZE, pageNumber } from '../web/paging.ts';
import { actorOf, viewerOf } from '../web/viewer-of-request.ts';
import { inboxPage, sentPage } from './inbox-pages.ts';
import { countUnread, inboxOf, sentDigests } from './inbox-queries.ts';
import { markRead } from './mark-read.ts';
import { readingForm } from './message-forms.ts';

/** Everybody's inbox, and what units were sent. */
export function messageRoutes(context: Context): Router {
  const router = Router();
  const inbox = async (viewer: ReturnType<typeof viewerOf>, page: number): Promise<Page> =>
    inboxPage(viewer, await inboxOf(context, viewer.actor, page), page, await countUnread(context, viewer.actor));

  router.get('/messages', signedIn, async (req, res) => { show(res, await inbox(viewerOf(req, context), pageNumber(req.query))); });

  router.post('/messages/reading', signedIn, async (req, res) => {
    await answer(req, res, async () => {
      await markRead(context, actorOf(req), parseForm(readingForm, req.body).message);
      return '/messages';
    }, () => inbox(viewerOf(req, context), 1));
  });

  router.get('/messages/sent', may(...OVERSEERS), async (req, res) => {
    const filter = { unit: idIn(req.query['unit']), month: monthIn(req.query['month']), page: pageNumber(req.query) };
    show(res, sentPage(viewerOf(req, context), await sentDigests(context, filter, PAGE_SIZE), filter, await unitChoices(context), req.originalUrl));
  });

  return router;
}
