import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { findPlan } from '../plans/plan-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { decideSuspect } from './decide-suspect.ts';
import { suspectForm } from './suspect-forms.ts';
import { suspectPage, type RefusedVerdict } from './suspect-pages.ts';
import { waitingSuspects } from './suspect-queries.ts';

const SHOWN = 50;

/** Tasks that rest on changed sentences, until somebody has said of each what becomes of it. */
export function suspectRoutes(context: Context): Router {
  const router = Router();

  router.get('/plans/:id/suspects', may('supervisor'), async (req, res) => {
    show(res, await pageOf(context, req, idInAddress(req), null));
  });

  router.post('/suspects/:id/verdict', may('supervisor'), async (req, res) => {
    const suspectId = idInAddress(req);
    const planId = await planOf(context, suspectId);
    await answer(req, res, async () => {
      await decideSuspect(context, actorOf(req), suspectId, parseForm(suspectForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('coverage.suspect.done'));
      return `/plans/${planId}/suspects`;
    }, (rejected) => pageOf(context, req, planId, { suspectId, rejected }));
  });

  return router;
}

const pageOf = async (context: Context, req: Request, planId: number, refused: RefusedVerdict | null): Promise<Page> =>
  suspectPage(viewerOf(req, context), await findPlan(context, planId), await waitingSuspects(context, planId, { skip: 0, take: SHOWN }), refused);

/** @throws NotFound */
async function planOf({ db }: Context, id: number): Promise<number> {
  const link = await db.suspectLink.findUnique({ where: { id }, select: { planId: true } });
  if (link === null) throw new NotFound(`suspect ${id}`);
  return link.planId;
}
