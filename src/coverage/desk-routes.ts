import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { findPlan, outlineOf } from '../plans/plan-queries.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { answer, show } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { coverageOfPlan } from './coverage-queries.ts';
import { parseDesk } from './desk-form.ts';
import { deskPage, type Desk } from './desk-pages.ts';
import { deskRows } from './desk-queries.ts';
import { handOutCommitments } from './hand-out-commitments.ts';
import { learnedReference } from './learned-suggestions.ts';

/** From the commitments of a chapter to tasks. */
export function decompositionRoutes(context: Context): Router {
  const router = Router();

  router.get('/plans/:id/desk', may('supervisor'), async (req, res) => {
    show(res, deskPage(viewerOf(req, context), await deskOf(context, req), null));
  });

  router.post('/plans/:id/desk', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const reference = await learnedReference(context);
      const { plan, chapterId, rows } = await deskOf(context, req);
      const orders = parseDesk(req.body, rows.map((row) => row.commitment.id), reference);
      const { count } = await handOutCommitments(context, actorOf(req), orders);
      setFlash(req, 'success', wordsOf(req).t(orders.issue ? 'coverage.desk.issued' : 'coverage.desk.drafted', { count }));
      return `/plans/${plan.id}/desk${chapterId === null ? '' : `?chapter=${chapterId}`}`;
    }, async (rejected) => deskPage(viewerOf(req, context), await deskOf(context, req), rejected));
  });

  return router;
}

/** The chapter that the address names, else the first that has something to hand out. */
async function deskOf(context: Context, req: Request): Promise<Desk> {
  const { today } = viewerOf(req, context);
  const plan = await findPlan(context, idInAddress(req));
  const outline = await outlineOf(context, plan.id);
  const all = (await coverageOfPlan(context, plan.id, today)).commitments;
  const asked = outline.find((entry) => String(entry.id) === req.query['chapter'] && entry.parentId === null)?.id;
  const chapterId = asked ?? all.find((c) => c.state === 'gap')?.chapterId ?? outline[0]?.id ?? null;
  return { plan, outline, all, chapterId, rows: await deskRows(context, await learnedReference(context), all, chapterId), units: await unitChoices(context), ticked: req.query['tick'] === 'all' };
}
