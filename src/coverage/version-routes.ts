import { Router } from 'express';
import type { Context } from '../kernel/context.ts';
import { CHANGES } from '../plans/compare-versions.ts';
import { PLAN_READERS } from '../plans/plan.ts';
import { findPlan } from '../plans/plan-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { carryTasks } from './carry-tasks.ts';
import { draftHead, planChangesHead, versionPage } from './version-pages.ts';
import { compareDraft, comparePlan, taskCounts } from './version-queries.ts';

/** A changed version of a plan beside the one before: looked at before it is accepted, and afterwards. */
export function versionRoutes(context: Context): Router {
  const router = Router();

  router.get('/plans/drafts/:id/changes', may('supervisor'), async (req, res) => {
    const id = idInAddress(req);
    const viewer = viewerOf(req, context);
    const { title, ...comparison } = await compareDraft(context, viewer.actor, id);
    const tasks = await taskCounts(context, comparison.forerunnerId);
    show(res, versionPage(viewer, { ...comparison, tasks, head: draftHead(viewer, id, title), address: `/plans/drafts/${id}/changes`, planId: null, shown: changeIn(req.query['change']) }));
  });

  router.get('/plans/:id/changes', may(...PLAN_READERS), async (req, res) => {
    show(res, await planChanges(context, viewerOf(req, context), idInAddress(req), req.query['change']));
  });

  router.post('/plans/:id/carrying', may('supervisor'), async (req, res) => {
    const id = idInAddress(req);
    await answer(req, res, async () => {
      const { count, suspects } = await carryTasks(context, actorOf(req), id);
      setFlash(req, 'success', wordsOf(req).t('coverage.changes.carried', { count, suspects }));
      return suspects === 0 ? `/plans/${id}` : `/plans/${id}/suspects`;
    }, () => planChanges(context, viewerOf(req, context), id, undefined));
  });

  return router;
}

const changeIn = (value: unknown) => CHANGES.find((change) => change === value) ?? null;

async function planChanges(context: Context, viewer: Viewer, id: number, change: unknown): Promise<Page> {
  const plan = await findPlan(context, id);
  const comparison = await comparePlan(context, id);
  const tasks = await taskCounts(context, comparison.forerunnerId);
  return versionPage(viewer, { ...comparison, tasks, head: planChangesHead(viewer, id, plan.shortTitle), address: `/plans/${id}/changes`, planId: id, shown: changeIn(change) });
}
