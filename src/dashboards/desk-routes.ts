import { Router } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { show } from '../web/answer.ts';
import { signedIn } from '../web/gates.ts';
import { PAGE_SIZE, pageNumber } from '../web/paging.ts';
import { viewerOf } from '../web/viewer-of-request.ts';
import { countWaiting } from './count-waiting.ts';
import { dashboardOf } from './dashboard-routes.ts';
import { deskPage, pileListPage } from './desk-pages.ts';
import { ownList } from './desk-pile.ts';
import { DESKS } from './desk-piles.ts';
import { readDesk } from './desk-queries.ts';

/** Everybody's first page, and the piles that have no list elsewhere. */
export function firstPageRoutes(context: Context): Router {
  const router = Router();

  router.get('/', signedIn, async (req, res) => {
    const viewer = viewerOf(req, context);
    // A leader's desk is the dashboard: one screen, nothing to work off.
    show(res, viewer.actor.role === 'leader' ? await dashboardOf(context, viewer, req.query) : deskPage(viewer, await readDesk(context, viewer), await countWaiting(context, viewer.actor)));
  });

  router.get('/desk/:pile', signedIn, async (req, res) => {
    const viewer = viewerOf(req, context);
    const address = ownList(String(req.params['pile']));
    const pile = DESKS[viewer.actor.role].find((p) => p.href(viewer) === address);
    if (pile === undefined) throw new NotFound(address);
    const page = pageNumber(req.query);
    const rows = await pile.rows(context, viewer, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
    show(res, pileListPage(viewer, { name: pile.name, icon: pile.icon, address }, { rows, total: await pile.count(context, viewer), page, size: PAGE_SIZE }));
  });

  return router;
}
