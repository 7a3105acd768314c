import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { isDay } from '../kernel/days.ts';
import { NotFound } from '../kernel/errors.ts';
import { sendKeptFile } from '../filings/kept-file-request.ts';
import { clearWaiting, evidenceReceiver } from '../filings/receive-evidence.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { findUnitsByIds } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may, mayWithFiles } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { PAGE_SIZE } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { addVerificationFiles } from './add-verification-files.ts';
import { findingStepForm } from './finding-forms.ts';
import { FINDING_ACTS, FINDING_LIFE, type FindingRelation } from './finding-lifecycle.ts';
import { moveFinding } from './move-finding.ts';
import { recordVerification } from './record-verification.ts';
import { idIn, monthIn } from './slip-filter.ts';
import { verificationForm } from './verification-forms.ts';
import { verificationFormPage } from './verification-form-pages.ts';
import { verificationListPage, verificationPage, type RejectedOnPage } from './verification-pages.ts';
import { ownForecast } from './own-forecast.ts';
import { countVerifications, findVerification, findVerificationFile, verificationLines } from './verification-queries.ts';
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
    show(res, await pageOf(context, req, null));
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

  findingRoutes(context, router);
  return router;
}

const ROLE_OF: Record<FindingRelation, 'supervisor' | 'inspector' | 'head'> = { supervisor: 'supervisor', inspector: 'inspector', unit_head: 'head' };

/** What happens to a verification after it was recorded: files are added, the unit objects, somebody else rules. */
function findingRoutes(context: Context, router: Router): void {
  const receive = evidenceReceiver(context);

  for (const act of FINDING_ACTS) {
    router.post(`/verifications/:id/${act}`, may(...FINDING_LIFE[act].by.map((by) => ROLE_OF[by])), async (req, res) => {
      await answer(req, res, async () => {
        await moveFinding(context, actorOf(req), idInAddress(req), act, parseForm(findingStepForm, req.body));
        setFlash(req, 'success', wordsOf(req).t(`supervision.done.finding_${act}`));
        return `/verifications/${String(idInAddress(req))}`;
      }, (rejected) => pageOf(context, req, { ...rejected, act }));
    });
  }

  router.post('/verifications/:id/files', mayWithFiles(...INSPECTORS), async (req, res) => {
    try {
      await answer(req, res, async () => {
        const count = await addVerificationFiles(context, actorOf(req), idInAddress(req), await receive(req, res));
        setFlash(req, 'success', wordsOf(req).t('supervision.done.verification_files', { count }));
        return `/verifications/${String(idInAddress(req))}`;
      }, (rejected) => pageOf(context, req, rejected));
    } finally {
      await clearWaiting(req);
    }
  });

  router.get('/verification-files/:id', may(...READERS), async (req, res) => {
    await sendKeptFile(context, res, await findVerificationFile(context, actorOf(req), idInAddress(req)));
  });
}

async function pageOf(context: Context, req: Request, rejected: RejectedOnPage | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  return verificationPage(viewer, await findVerification(context, viewer.actor, idInAddress(req)), rejected);
}

const TASK = { id: true, number: true, title: true, standard: true, progress: true, leadUnitId: true, leadUnit: { select: { shortName: true } } } as const;

/** @throws NotFound where the task is not there for this person */
async function formOf(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const task = await context.db.task.findFirst({ where: { id: idInAddress(req), AND: [visibleTo(viewer.actor)] }, select: TASK });
  if (task === null) throw new NotFound('task');
  const visits = task.leadUnitId === null ? { count: 0, cap: 1 } : await visitsOfUnit(context.db, context, task.leadUnitId, isDay(rejected?.typed['visitedOn'] ?? '') ? String(rejected?.typed['visitedOn']) : viewer.today); // the cap is that of the visit's month
  const forecast = task.leadUnitId === null ? null : await ownForecast(context, { taskId: task.id, unitId: task.leadUnitId }, viewer.now);
  return verificationFormPage(viewer, { task, visits, sampleId: idIn(req.query['sample']), forecast }, rejected);
}
