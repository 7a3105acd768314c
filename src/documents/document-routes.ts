import { pipeline } from 'node:stream/promises';
import { Router, type Request, type Response } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { findTask, namesOf } from '../tasks/task-queries.ts';
import { show } from '../web/answer.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf } from '../web/viewer-of-request.ts';
import { safePart } from './dossier-lists.ts';
import { dossierOf } from './dossier-queries.ts';
import { orderPage } from './order-pages.ts';
import { wordFile } from './official-paper.ts';
import { orderPaper } from './order-paper.ts';
import { readerOf, writeDossier } from './write-dossier.ts';

const READERS = ['supervisor', 'inspector', 'head', 'clerk', 'leader'] as const;

/** Papers of a task to read, print and take away. */
export function documentRoutes(context: Context): Router {
  const router = Router();

  router.get('/tasks/:id/order', may(...READERS), async (req, res) => {
    const { task, supervisor } = await handedOver(context, req);
    show(res, orderPage(viewerOf(req, context), task, supervisor));
  });

  router.get('/tasks/:id/order.docx', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const { task, supervisor } = await handedOver(context, req);
    takeAway(res, `${viewer.t('documents.order.title')} ${task.number ?? ''}.docx`).send(await wordFile(orderPaper(viewer, task, supervisor)));
  });

  router.get('/tasks/:id/dossier.zip', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    await handedOver(context, req);
    const dossier = await dossierOf(context, viewer.actor, idInAddress(req));
    const zip = await writeDossier(viewer, dossier, context.config.dataFolder);
    await pipeline(readerOf(zip), takeAway(res, `${viewer.t('documents.file.dossier')} ${dossier.task.number ?? ''}.zip`));
  });

  return router;
}

/** A draft has no papers yet. @throws NotFound */
async function handedOver(context: Context, req: Request) {
  const task = await findTask(context, actorOf(req), idInAddress(req));
  if (task.number === null) throw new NotFound('papers of a draft');
  const names = await namesOf(context, [task.supervisorId]);
  return { task, supervisor: names.get(task.supervisorId) ?? '' };
}

const takeAway = (res: Response, name: string): Response => res.attachment(safePart(name)).set('X-Content-Type-Options', 'nosniff');
