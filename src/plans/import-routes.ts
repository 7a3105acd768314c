import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { Refused } from '../kernel/errors.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may, mayWithFiles } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import type { Drafted } from './draft-plan.ts';
import { openDrafts } from './draft-queries.ts';
import { getReady } from './import/spare-children.ts';
import { importPage } from './import-pages.ts';
import { importRunPage, isRunning } from './import-run-pages.ts';
import { findImport, openImports } from './import-run-queries.ts';
import { pasteForm } from './plan-forms.ts';
import { readUpload } from './read-upload.ts';
import { receivePlanFile } from './receive-plan-file.ts';
import { takeDocument, type Upload } from './take-document.ts';

const ASK_AGAIN_SECONDS = '2';

/** From a document to a draft: a short one is read at once, a long one in the background. */
export function importRoutes(context: Context): Router {
  const router = Router();

  router.get('/plans/import', may('supervisor'), async (req, res) => {
    getReady();
    show(res, await startPage(context, req, null));
  });

  router.post('/plans/import', mayWithFiles('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const taken = await takeDocument(context, actorOf(req), uploadIn(req, await receivePlanFile(req, res)));
      return 'runId' in taken ? `/plans/imports/${taken.runId}` : addressOf(req, taken);
    }, (rejected) => startPage(context, req, rejected));
  });

  router.get('/plans/imports/:id', may('supervisor'), async (req, res) => {
    const progress = await findImport(context, actorOf(req), idInAddress(req));
    if (progress.draftId !== null) res.redirect(302, addressOf(req, { draftId: progress.draftId }));
    else if (progress.planId !== null) res.redirect(302, addressOf(req, { planId: progress.planId }));
    else {
      if (isRunning(progress.state)) res.setHeader('Refresh', ASK_AGAIN_SECONDS);
      show(res, importRunPage(viewerOf(req, context), progress));
    }
  });

  return router;
}

const startPage = async (context: Context, req: Request, rejected: Rejected | null): Promise<Page> =>
  importPage(viewerOf(req, context), { drafts: await openDrafts(context, actorOf(req)), runs: await openImports(context, actorOf(req)) }, rejected);

/** The file where there is one, else what was pasted. @throws Refused */
function uploadIn(req: Request, file: Awaited<ReturnType<typeof receivePlanFile>>): Upload {
  const { text } = parseForm(pasteForm, req.body);
  if (file !== null) return { name: file.name, bytes: file.bytes, read: () => readUpload(file) };
  if (text.trim() === '') throw new Refused([{ key: 'plans.import.error.nothing', field: 'file' }]);
  const pasted = { text: text.replaceAll('\r\n', '\n'), format: 'pasted', encoding: null, fileName: '' };
  return { name: '', bytes: Buffer.from(pasted.text), read: () => Promise.resolve(pasted) };
}

function addressOf(req: Request, drafted: Drafted): string {
  if ('draftId' in drafted) return `/plans/drafts/${drafted.draftId}`;
  setFlash(req, 'warning', wordsOf(req).t('plans.import.already'));
  return `/plans/${drafted.planId}`;
}
