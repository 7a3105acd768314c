import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { PAGE_SIZE, pageNumber } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { drawSample } from './draw-sample.ts';
import { sampleForm } from './sample-forms.ts';
import { sampleListPage, samplePage } from './sample-pages.ts';
import { countSamples, findSample, sampleLines } from './sample-queries.ts';
import { OVERSEERS } from './slip-policy.ts';

/** Random draws of tasks to be verified (随机抽查), each with its seed. */
export function sampleRoutes(context: Context): Router {
  const router = Router();

  router.get('/supervision/samples', may(...OVERSEERS), async (req, res) => {
    show(res, await listOf(context, req, null));
  });

  router.get('/supervision/samples/:id', may(...OVERSEERS), async (req, res) => {
    show(res, samplePage(viewerOf(req, context), await findSample(context, idInAddress(req))));
  });

  router.post('/supervision/samples', may('supervisor', 'inspector'), async (req, res) => {
    await answer(req, res, async () => {
      const { id, number } = await drawSample(context, actorOf(req), parseForm(sampleForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('supervision.done.sample', { number }));
      return `/supervision/samples/${String(id)}`;
    }, (rejected) => listOf(context, req, rejected));
  });

  return router;
}

async function listOf(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const page = pageNumber(req.query);
  const [lines, total] = await Promise.all([sampleLines(context, PAGE_SIZE, page), countSamples(context)]);
  return sampleListPage(viewerOf(req, context), { lines, total, page }, rejected);
}
