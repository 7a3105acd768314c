import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { handOnWork } from './hand-on-work.ts';
import { handOnForm, leavingForm } from './held-work-forms.ts';
import { heldWorkPage } from './held-work-pages.ts';
import { holdingsOf, successorsIn } from './held-work-queries.ts';
import { leavePost } from './leave-post.ts';
import { leavingPage } from './leaving-pages.ts';
import { findPost, leftBehind } from './leaving-queries.ts';

/** Who of a unit has what in hand, and how it is handed on when people move (工作交接). */
export function successionRoutes(context: Context): Router {
  const router = Router();

  router.get('/work', may('head', 'supervisor'), async (req, res) => { show(res, await workPage(context, req, actorOf(req).unitId, null)); });
  router.get('/units/:id/work', may('head', 'supervisor', 'admin'), async (req, res) => { show(res, await workPage(context, req, idInAddress(req), null)); });

  router.post('/units/:id/succession', may('head', 'supervisor', 'admin'), async (req, res) => {
    const id = idInAddress(req);
    await answer(req, res, async () => {
      await handOnWork(context, actorOf(req), id, parseForm(handOnForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('succession.done'));
      return `/units/${id}/work`;
    }, (rejected) => workPage(context, req, id, rejected));
  });

  router.get('/accounts/:id/posts/:postId/ending', may('admin'), async (req, res) => { show(res, await endingPage(context, req, null)); });

  router.post('/accounts/:id/posts/:postId/ending', may('admin'), async (req, res) => {
    const id = idInAddress(req);
    await answer(req, res, async () => {
      await leavePost(context, actorOf(req), id, idInAddress(req, 'postId'), parseForm(leavingForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('succession.leaving.done'));
      return `/accounts/${id}`;
    }, (rejected) => endingPage(context, req, rejected));
  });

  return router;
}

async function workPage(context: Context, req: Request, unitId: number, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const { unit, holdings } = await holdingsOf(context, viewer.actor, unitId);
  const people = await successorsIn(context, unitId, 0);
  const successors = new Map(holdings.map((h) => [h.accountId, people.filter((p) => p.id !== h.accountId)]));
  return heldWorkPage(viewer, { unit, holdings, successors, ticked: Number(req.query['tick']) || null }, rejected);
}

async function endingPage(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const post = await findPost(context, idInAddress(req), idInAddress(req, 'postId'));
  const [left, people] = await Promise.all([leftBehind(context, post), successorsIn(context, post.unitId, post.accountId)]);
  return leavingPage(viewerOf(req, context), { post, left, people }, rejected);
}
