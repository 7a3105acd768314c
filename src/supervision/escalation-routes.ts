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
import { PAGE_SIZE } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { ESCALATIONS, UPPER_RUNGS, type EscalationKind } from './escalation.ts';
import { escalationForm } from './escalation-forms.ts';
import { escalationFormPage, escalationListPage, escalationPage } from './escalation-pages.ts';
import { countEscalations, escalationLines, findEscalation } from './escalation-queries.ts';
import { pressFacts } from './press-facts.ts';
import { recordEscalation } from './record-escalation.ts';
import { idIn } from './slip-filter.ts';

const READERS = ['supervisor', 'inspector', 'leader', 'head', 'clerk'] as const;
const PATHS: Record<EscalationKind, string> = { talk: 'talks', criticism: 'criticisms' };

/** The rungs above the notice: talks (约谈) and criticisms (通报批评), their list and their records. */
export function escalationRoutes(context: Context): Router {
  const router = Router();

  router.get('/supervision/escalations', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const page = idIn(req.query['page']) ?? 1;
    const [lines, total] = await Promise.all([escalationLines(context, viewer.actor, { page }, PAGE_SIZE), countEscalations(context, viewer.actor)]);
    show(res, escalationListPage(viewer, page, lines, total));
  });

  router.get('/escalations/:id', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    show(res, escalationPage(viewer, await findEscalation(context, viewer.actor, idInAddress(req))));
  });

  for (const kind of ESCALATIONS) {
    const gate = may(...UPPER_RUNGS[kind].by);
    router.get(`/tasks/:id/${PATHS[kind]}/new`, gate, async (req, res) => {
      show(res, await formOf(context, req, kind, null));
    });
    router.post(`/tasks/:id/${PATHS[kind]}`, gate, async (req, res) => {
      await answer(req, res, async () => {
        const { id, number } = await recordEscalation(context, actorOf(req), idInAddress(req), kind, parseForm(escalationForm, req.body));
        setFlash(req, 'success', wordsOf(req).t('supervision.done.escalation', { number }));
        return `/escalations/${String(id)}`;
      }, (rejected) => formOf(context, req, kind, rejected));
    });
  }

  return router;
}

/** @throws NotFound where the task is not there for this person */
async function formOf(context: Context, req: Request, kind: EscalationKind, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const { id } = await findFacts(context.db, viewer.actor, idInAddress(req));
  const task = (await pressFacts(context, context.db, [id], dayAt(context.clock))).get(id);
  if (task === undefined) throw new NotFound(`task ${String(id)}`);
  return escalationFormPage(viewer, kind, task, rejected);
}
