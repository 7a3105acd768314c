import { Router, type Request } from 'express';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { findFacts } from '../tasks/task-facts.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { issueNotice } from './issue-notice.ts';
import { issueUrge } from './issue-urge.ts';
import { issueUrges, planUrges } from './issue-urges.ts';
import { factsAbout, pressFacts } from './press-facts.ts';
import type { SlipKind } from './slip.ts';
import { slipForm, urgesForm } from './slip-forms.ts';
import { slipFormPage } from './slip-form-pages.ts';
import { slipsOfTask } from './slip-queries.ts';
import { urgesPage } from './urges-pages.ts';

const PRESSERS = ['supervisor', 'inspector'] as const;
const MOST_CHOSEN = 500;

/** Pressing a unit: one slip from its form, or many urges at once. */
export function pressRoutes(context: Context): Router {
  const router = Router();

  const slip = (kind: SlipKind, issue: typeof issueUrge): void => {
    router.get(`/tasks/:id/${kind}s/new`, may(...PRESSERS), async (req, res) => {
      show(res, await formOf(context, req, kind, null));
    });
    router.post(`/tasks/:id/${kind}s`, may(...PRESSERS), async (req, res) => {
      await answer(req, res, async () => {
        const { id, number } = await issue(context, actorOf(req), idInAddress(req), parseForm(slipForm, req.body));
        setFlash(req, 'success', wordsOf(req).t('supervision.done.slip', { number }));
        return `/slips/${String(id)}`;
      }, (rejected) => formOf(context, req, kind, rejected));
    });
  };
  slip('urge', issueUrge);
  slip('notice', issueNotice);

  router.get('/supervision/urges/new', may(...PRESSERS), async (req, res) => {
    show(res, await urgesOf(context, req, req.query['task'], null));
  });
  router.post('/supervision/urges', may(...PRESSERS), async (req, res) => {
    await answer(req, res, async () => {
      const slips = await issueUrges(context, actorOf(req), parseForm(urgesForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('supervision.done.urges', { count: slips.length, first: slips[0]?.number ?? '', last: slips.at(-1)?.number ?? '' }));
      return '/supervision/slips?kind=urge';
    }, (rejected) => urgesOf(context, req, (req.body as Record<string, unknown>)['taskIds'], rejected));
  });

  return router;
}

/** @throws NotFound where the task is not there for this person */
async function formOf(context: Context, req: Request, kind: SlipKind, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const { id } = await findFacts(context.db, viewer.actor, idInAddress(req));
  const task = (await pressFacts(context, context.db, [id], dayAt(context.clock))).get(id);
  if (task === undefined) throw new NotFound(`task ${String(id)}`);
  const [unitId] = chosenIds(rejected?.typed['unitId'] ?? req.query['unit']);
  return slipFormPage(viewer, kind, { task, asked: factsAbout(task, unitId ?? null), slips: await slipsOfTask(context, viewer.actor, id) }, rejected);
}

/** The ids that were ticked; anything else in the address is left out. */
export function chosenIds(value: unknown): number[] {
  const list = Array.isArray(value) ? value : [value];
  const ids = list.filter((v): v is string => typeof v === 'string' && /^[0-9]{1,9}$/.test(v)).map(Number);
  return [...new Set(ids)].slice(0, MOST_CHOSEN);
}

async function urgesOf(context: Context, req: Request, chosen: unknown, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  return urgesPage(viewer, await planUrges(context, viewer.actor, chosenIds(chosen)), rejected);
}
