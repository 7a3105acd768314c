import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { findUnitsByIds } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { PAGE_SIZE } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { recordVerification } from './record-verification.ts';
import { idIn, monthIn } from './slip-filter.ts';
import { verificationForm } from './verification-forms.ts';
import { verificationFormPage } from './verification-form-pages.ts';
import { verificationListPage, verificationPage } from './verification-pages.ts';
import { countVerifications, findVerification, verificationLines } from './verification-queries.ts';
import { VERDICTS } from './verification.ts';
import { visitsOfUnit } from './visit-cap.ts';

const READERS = ['supervisor', 'inspector', 'leader', 'head', 'clerk'] as const;
const INSPECTORS = ['supervisor', 'inspector'] as const;

/** Verifications (核查): their list, one of them, and the form that records one. */
export function verificationRoutes(context: Context): Router {
  const router = Router();

  router.get('/supervision/verifications', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const { query } = req;
    const filter = { verdict: VERDICTS.find((v) => v === query['verdict']) ?? null, unit: idIn(query['unit']), month: monthIn(query['month']), page: idIn(query['page']) ?? 1 };
    const [lines, total] = await Promise.all([verificationLines(context, viewer.actor, filter, PAGE_SIZE), countVerifications(context, viewer.actor, filter)]);
    const unit = filter.unit === null ? null : ((await findUnitsByIds(context, [filter.unit])).get(filter.unit)?.shortName ?? null);
    show(res, verificationListPage(viewer, filter, { lines, total, unit }));
  });

  router.get('/verifications/:id', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    show(res, verificationPage(viewer, await findVerification(context, viewer.actor, idInAddress(req))));
  });

  router.get('/tasks/:id/verifications/new', may(...INSPECTORS), async (req, res) => {
    show(res, await formOf(context, req, null));
  });

  router.post('/tasks/:id/verifications', may(...INSPECTORS), async (req, res) => {
    await answer(req, res, async () => {
      const { id, number } = await recordVerification(context, actorOf(req), idInAddress(req), parseForm(verificationForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('supervision.done.verification', { number }));
      return `/verifications/${String(id)}`;
    }, (rejected) => formOf(context, req, rejected));
  });

  return router;
}

const TASK = { id: true, number: true, title: true, standard: true, progress: true, leadUnitId: true, leadUnit: { select: { shortName: true } } } as const;

/** @throws NotFound where the task is not there for this person */
async function formOf(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const task = await context.db.task.findFirst({ where: { id: idInAddress(req), AND: [visibleTo(viewer.actor)] }, select: TASK });
  if (task === null) throw new NotFound('task');
  const visits = task.leadUnitId === null ? 0 : await visitsOfUnit(context.db, task.leadUnitId, viewer.today);
  return verificationFormPage(viewer, { task, visits, sampleId: idIn(req.query['sample']) }, rejected);
}
