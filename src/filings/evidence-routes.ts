import { pipeline } from 'node:stream/promises';
import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { periodWords } from '../audit/period-words.ts';
import { answer, show } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may, mayWithFiles } from '../web/gates.ts';
import { pageNumber } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { addEvidence, type KnownFile } from './add-evidence.ts';
import { canPreview } from './evidence.ts';
import { readKept } from './evidence-store.ts';
import { findOwnEvidence, findReadableEvidence } from './evidence-queries.ts';
import { filingForm } from './filing-forms.ts';
import { idIn, placeIn } from './filing-request.ts';
import { filingHref } from './filing-words.ts';
import { previewEvidence } from './preview-evidence.ts';
import { previewPage } from './preview-pages.ts';
import { clearWaiting, evidenceReceiver } from './receive-evidence.ts';
import { removeEvidence } from './remove-evidence.ts';
import { filingPageOf } from './show-filing.ts';

const READERS = ['supervisor', 'inspector', 'leader', 'head', 'clerk'] as const;
const SEALED = "default-src 'none'; sandbox";

/** Files with a filing: handed in and taken off while it is written, read by whoever may read the filing. */
export function evidenceRoutes(context: Context): Router {
  const router = Router();
  const receive = evidenceReceiver(context);

  router.post('/tasks/:id/filings/:period/evidence', mayWithFiles('head', 'clerk'), async (req, res) => {
    try {
      await answer(req, res, async () => {
        const files = await receive(req, res);
        const { known } = await addEvidence(context, actorOf(req), placeIn(req), parseForm(filingForm, req.body), files);
        tellUploaded(req, files.length, known);
        return filingHref(placeIn(req).taskId, placeIn(req).period);
      }, (rejected) => filingPageOf(context, viewerOf(req, context), { ...placeIn(req), branchId: null }, rejected));
    } finally {
      await clearWaiting(req);
    }
  });

  router.post('/evidence/:id/removal', may('head', 'clerk'), async (req, res) => {
    await answer(req, res, async () => {
      const { taskId, period } = await removeEvidence(context, actorOf(req), idIn(req), parseForm(filingForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('filings.done.evidence_removed'));
      return filingHref(taskId, period);
    }, async (rejected) => {
      const { filing } = await findOwnEvidence(context.db, actorOf(req), idIn(req));
      return filingPageOf(context, viewerOf(req, context), { taskId: filing.taskId, period: filing.period, branchId: filing.assignmentId }, rejected);
    });
  });

  lookingRoutes(context, router);

  return router;
}

/** Looking at a file, and fetching it. */
function lookingRoutes(context: Context, router: Router): void {
  router.get('/evidence/:id/preview', may(...READERS), async (req, res) => {
    const file = await findReadableEvidence(context, actorOf(req), idIn(req));
    if (!canPreview(file.mime)) throw new NotFound('preview');
    const page = pageNumber(req.query);
    show(res, previewPage(viewerOf(req, context), file, await previewEvidence(context, file, page), page));
  });

  router.get('/evidence/:id/drawing', may(...READERS), async (req, res) => {
    const preview = await previewEvidence(context, await findReadableEvidence(context, actorOf(req), idIn(req)), pageNumber(req.query));
    if (!('png' in preview)) throw new NotFound('drawing');
    res.set({ 'Content-Type': 'image/png', 'Content-Security-Policy': SEALED, 'Cross-Origin-Resource-Policy': 'same-origin' }).send(preview.png);
  });

  // Never shown inside our own pages: always a download, and where a browser opens it all the same, in a sandbox of its own (SECURITY T9).
  router.get('/evidence/:id', may(...READERS), async (req, res) => {
    const { fileName, mime, size, storageName } = await findReadableEvidence(context, actorOf(req), idIn(req));
    const file = readKept(context.config.dataFolder, storageName);
    await new Promise<void>((resolve, reject) => { file.once('open', () => { resolve(); }).once('error', () => { reject(new NotFound('file')); }); });
    res.attachment(fileName).set({
      'Content-Type': mime, 'Content-Length': String(size), 'Content-Security-Policy': SEALED,
      'X-Content-Type-Options': 'nosniff', 'Cross-Origin-Resource-Policy': 'same-origin',
    });
    await pipeline(file, res);
  });
}

/** Says what was kept, and which of it the unit had handed in before. */
function tellUploaded(req: Request, count: number, known: readonly KnownFile[]): void {
  const { t } = wordsOf(req);
  const [first] = known;
  if (first === undefined) setFlash(req, 'success', t('filings.done.evidence_added', { count }));
  else setFlash(req, 'warning', t('filings.done.evidence_known', { name: first.name, number: first.number, period: periodWords(t, first.period), count: known.length }));
}
