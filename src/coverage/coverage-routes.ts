import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { PLAN_READERS, sentencePermalink } from '../plans/plan.ts';
import { findPlan, findSentence, outlineOf, planList } from '../plans/plan-queries.ts';
import { unitsByCode } from '../units/unit-queries.ts';
import { show } from '../web/answer.ts';
import { sendSheet } from '../web/download.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { PAGE_SIZE } from '../web/paging.ts';
import type { SheetFormat } from '../web/spreadsheet.ts';
import { viewerOf } from '../web/viewer-of-request.ts';
import { coverageOfPlan } from './coverage-queries.ts';
import { listSheet } from './list-export.ts';
import { listFilter, matches } from './list-filter.ts';
import { listPage } from './list-pages.ts';
import { commitmentLines } from './list-queries.ts';
import { overviewPage, planListPage } from './overview-pages.ts';
import { readingAddress } from './reading-address.ts';
import { readingOf } from './reading-data.ts';

/** The plan's text with what has become of it, and the lists behind every number. */
export function coverageRoutes(context: Context): Router {
  const router = Router();

  router.get('/plans', may(...PLAN_READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const plans = [];
    for (const plan of await planList(context)) plans.push({ plan, commitments: (await coverageOfPlan(context, plan.id, viewer.today)).commitments });
    show(res, planListPage(viewer, plans));
  });

  router.get('/sentences/:id', may(...PLAN_READERS), async (req, res) => {
    const { plan, ordinal } = await findSentence(context, idInAddress(req));
    res.redirect(302, sentencePermalink({ planId: plan.id, ordinal }));
  });

  router.get('/plans/:id', may(...PLAN_READERS), async (req, res) => {
    show(res, await readingOf(context, viewerOf(req, context), readingAddress(idInAddress(req), req.query), null));
  });

  router.get('/plans/:id/overview', may(...PLAN_READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const plan = await findPlan(context, idInAddress(req));
    show(res, overviewPage(viewer, plan, await outlineOf(context, plan.id), (await coverageOfPlan(context, plan.id, viewer.today)).commitments));
  });

  router.get('/plans/:id/commitments', may(...PLAN_READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const filter = listFilter(req.query);
    const plan = await findPlan(context, idInAddress(req));
    const all = (await coverageOfPlan(context, plan.id, viewer.today)).commitments;
    const onPage = all.filter(matches(filter)).slice((filter.page - 1) * PAGE_SIZE, filter.page * PAGE_SIZE);
    const lines = await commitmentLines(context, viewer.actor, onPage);
    show(res, listPage(viewer, filter, { plan, outline: await outlineOf(context, plan.id), all, lines, units: await unitsByCode(context) }));
  });

  for (const format of ['csv', 'xlsx'] as const) {
    router.get(`/plans/:id/commitments.${format}`, may(...PLAN_READERS), async (req, res) => {
      const { sheet, name } = await exportOf(context, req);
      await sendSheet(res, sheet, format satisfies SheetFormat, name);
    });
  }

  return router;
}

async function exportOf(context: Context, req: Request) {
  const viewer = viewerOf(req, context);
  const plan = await findPlan(context, idInAddress(req));
  const covered = (await coverageOfPlan(context, plan.id, viewer.today)).commitments.filter(matches(listFilter(req.query)));
  const lines = await commitmentLines(context, viewer.actor, covered);
  return { sheet: listSheet(viewer, plan, lines, await unitsByCode(context)), name: viewer.t('coverage.list.file_name', { plan: plan.shortTitle, day: viewer.today }) };
}
