import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { findTask } from '../tasks/task-queries.ts';
import { answer, show } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { pageNumber, PAGE_SIZE } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { acceptFiling } from './accept-filing.ts';
import { correctionForm, filingForm, leadReturnForm, reviewForm } from './filing-forms.ts';
import { owedPage, reviewQueuePage } from './filing-lists.ts';
import { countFilingsInReview, filingsInReview, filingsOfTask } from './filing-queries.ts';
import { addressIn, idIn, numberIn, placeIn } from './filing-request.ts';
import { filingHref } from './filing-words.ts';
import { leadReturnFiling } from './lead-return-filing.ts';
import { overviewPage } from './overview-page.ts';
import { owedFilings } from './owed-filings.ts';
import { returnFiling } from './return-filing.ts';
import { returnToClerk } from './return-to-clerk.ts';
import { saveFiling } from './save-filing.ts';
import { sendForSignoff } from './send-for-signoff.ts';
import { filingPageOf, roundPageOf } from './show-filing.ts';
import { signOffFiling } from './sign-off-filing.ts';

const READERS = ['supervisor', 'inspector', 'leader', 'head', 'clerk'] as const;

/** Reporting on a task, period by period, and the lists of what is owed and what waits for review. */
export function filingRoutes(context: Context): Router {
  const router = Router();

  router.get('/filings', may('head', 'clerk'), async (req, res) => {
    show(res, owedPage(viewerOf(req, context), await owedFilings(context, actorOf(req)), pageNumber(req.query)));
  });

  router.get('/reviews', may('supervisor'), async (req, res) => {
    const actor = actorOf(req);
    const page = pageNumber(req.query);
    const rows = await filingsInReview(context, actor, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
    show(res, reviewQueuePage(viewerOf(req, context), rows, await countFilingsInReview(context, actor), page));
  });

  router.get('/tasks/:id/filings', may(...READERS), async (req, res) => {
    const task = await findTask(context, actorOf(req), idIn(req));
    show(res, overviewPage(viewerOf(req, context), task, await filingsOfTask(context, actorOf(req), task.id)));
  });

  router.get('/tasks/:id/filings/:period', may(...READERS), async (req, res) => {
    const { actor } = viewerOf(req, context);
    const address = addressIn(req);
    const branchId = address.branchId ?? await usualBranch(context, req, actor.unitId);
    show(res, await filingPageOf(context, viewerOf(req, context), { ...address, branchId }));
  });

  router.get('/tasks/:id/filings/:period/rounds/:round', may(...READERS), async (req, res) => {
    const against = req.query['with'] === undefined ? null : numberIn(req.query['with']);
    show(res, await roundPageOf(context, viewerOf(req, context), addressIn(req), numberIn(req.params['round']), against));
  });

  writingRoutes(context, router);

  verdictRoutes(context, router);

  return router;
}

/** The answers to a report that was sent: the supervisor's, and the lead's to a supporting unit. */
function verdictRoutes(context: Context, router: Router): void {
  router.post('/tasks/:id/filings/:period/review', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { branch, verdict, review } = parseForm(reviewForm, req.body);
      const act = verdict === 'accepted' ? acceptFiling : returnFiling;
      await act(context, actorOf(req), { ...placeIn(req), branchId: branch }, review);
      setFlash(req, 'success', wordsOf(req).t(`filings.done.${verdict}`));
      return '/reviews';
    }, (rejected) => filingPageOf(context, viewerOf(req, context), { ...placeIn(req), branchId: Number(rejected.typed['branch']) || 0 }, rejected));
  });

  router.post('/tasks/:id/filings/:period/lead-return', may('head'), async (req, res) => {
    await answer(req, res, async () => {
      const { branch, review } = parseForm(leadReturnForm, req.body);
      await leadReturnFiling(context, actorOf(req), { ...placeIn(req), branchId: branch }, review);
      setFlash(req, 'success', wordsOf(req).t('filings.done.lead_returned'));
      return `/tasks/${placeIn(req).taskId}/filings`;
    }, (rejected) => filingPageOf(context, viewerOf(req, context), { ...placeIn(req), branchId: Number(rejected.typed['branch']) || 0 }, rejected));
  });
}

/** What the unit itself does with its report: one form, several buttons. */
function writingRoutes(context: Context, router: Router): void {
  const writing = (path: string, done: string, run: (req: Request) => Promise<unknown>, roles: ('head' | 'clerk')[] = ['head', 'clerk']): void => {
    router.post(`/tasks/:id/filings/:period/${path}`, may(...roles), async (req, res) => {
      await answer(req, res, async () => {
        await run(req);
        setFlash(req, 'success', wordsOf(req).t(`filings.done.${done}`));
        return filingHref(placeIn(req).taskId, placeIn(req).period);
      }, (rejected) => filingPageOf(context, viewerOf(req, context), { ...placeIn(req), branchId: null }, rejected));
    });
  };
  const typed = (req: Request) => parseForm(filingForm, req.body);

  // What the page keeps by itself: no page comes back, only the version that the next save must name.
  router.post('/tasks/:id/filings/:period/autosave', may('head', 'clerk'), async (req, res) => {
    const { version } = await saveFiling(context, actorOf(req), placeIn(req), typed(req));
    res.json({ version });
  });

  writing('draft', 'saved', (req) => saveFiling(context, actorOf(req), placeIn(req), typed(req)));
  writing('signoff', 'sent_for_signoff', (req) => sendForSignoff(context, actorOf(req), placeIn(req), typed(req)), ['clerk']);
  writing('submission', 'signed_off', (req) => signOffFiling(context, actorOf(req), placeIn(req), typed(req)), ['head']);
  writing('correction', 'returned_to_clerk', (req) => returnToClerk(context, actorOf(req), placeIn(req), parseForm(correctionForm, req.body)), ['head']);
}

/** The branch to show where the address names none: the person's own, else the lead's. */
async function usualBranch(context: Context, req: Request, unitId: number): Promise<number | null> {
  const { branches } = await filingsOfTask(context, actorOf(req), placeIn(req).taskId);
  return (branches.find((b) => b.unitId === unitId) ?? branches.find((b) => b.role === 'lead'))?.branchId ?? null;
}
