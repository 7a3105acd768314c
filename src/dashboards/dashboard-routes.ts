import { Router } from 'express';
import type { Context } from '../kernel/context.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { show, type Page } from '../web/answer.ts';
import { may } from '../web/gates.ts';
import { viewerOf } from '../web/viewer-of-request.ts';
import { dashboardPage } from './dashboard-pages.ts';
import { readDashboard } from './dashboard-queries.ts';

/** The dashboard, of all plans or of the one in the address. */
export async function dashboardOf(context: Context, viewer: Viewer, query: Record<string, unknown>): Promise<Page> {
  const plan = query['plan'];
  return dashboardPage(viewer, await readDashboard(context, viewer, typeof plan === 'string' && /^[0-9]{1,9}$/.test(plan) ? Number(plan) : null));
}

/** The whole city at a glance (看板). */
export function dashboardRoutes(context: Context): Router {
  const router = Router();

  router.get('/dashboard', may('leader', 'supervisor', 'inspector'), async (req, res) => {
    show(res, await dashboardOf(context, viewerOf(req, context), req.query));
  });

  return router;
}
