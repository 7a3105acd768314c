import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { sharesForm } from './district-forms.ts';
import { sharesPage } from './district-pages.ts';
import { shareOut } from './share-out.ts';
import { findTask } from './task-queries.ts';

/** The districts' targets and weights of a draft. */
export function districtRoutes(context: Context): Router {
  const router = Router();

  router.get('/tasks/:id/shares', may('supervisor'), async (req, res) => {
    show(res, await pageOf(context, req, null));
  });

  router.post('/tasks/:id/shares', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { districts } = await draftOf(context, req);
      await shareOut(context, actorOf(req), idInAddress(req), parseForm(sharesForm(districts.map((d) => d.id)), req.body));
      setFlash(req, 'success', wordsOf(req).t('tasks.done.share_out'));
      return `/tasks/${idInAddress(req)}/shares`;
    }, (rejected) => pageOf(context, req, rejected));
  });

  return router;
}

async function draftOf(context: Context, req: Request) {
  const task = await findTask(context, actorOf(req), idInAddress(req));
  if (task.status !== 'draft') throw new NotFound('draft');
  const wanted = new Set(JSON.parse(task.districtIds) as number[]);
  return { task, districts: (await unitChoices(context)).filter((u) => wanted.has(u.id)) };
}

async function pageOf(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  return sharesPage(viewerOf(req, context), await draftOf(context, req), rejected);
}
