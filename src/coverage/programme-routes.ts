import { Router } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { PLAN_READERS } from '../plans/plan.ts';
import { findPlan, outlineOf } from '../plans/plan-queries.ts';
import { unitsByCode } from '../units/unit-queries.ts';
import { show } from '../web/answer.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { viewerOf } from '../web/viewer-of-request.ts';
import { coverageOfPlan } from './coverage-queries.ts';
import { programmePage, programmesPage } from './programme-pages.ts';
import { findProgramme, programmesOf } from './programme-queries.ts';

/** The named programmes of a plan. */
export function programmeRoutes(context: Context): Router {
  const router = Router();

  router.get('/plans/:id/programmes', may(...PLAN_READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const plan = await findPlan(context, idInAddress(req));
    const { commitments } = await coverageOfPlan(context, plan.id, viewer.today);
    const programmes = await programmesOf(context, viewer.actor, plan.id, commitments);
    show(res, programmesPage(viewer, plan, await outlineOf(context, plan.id), programmes, await unitsByCode(context)));
  });

  router.get('/plans/:id/programmes/:ordinal', may(...PLAN_READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const plan = await findPlan(context, idInAddress(req));
    const ordinal = req.params['ordinal'] ?? '';
    if (typeof ordinal !== 'string' || !/^[0-9]{1,6}$/.test(ordinal)) throw new NotFound('programme');
    const { commitments } = await coverageOfPlan(context, plan.id, viewer.today);
    show(res, programmePage(viewer, plan, await findProgramme(context, viewer.actor, plan.id, Number(ordinal), commitments), await unitsByCode(context)));
  });

  return router;
}
