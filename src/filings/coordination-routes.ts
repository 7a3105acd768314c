import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { pageNumber, PAGE_SIZE } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { assignCoordination } from './assign-coordination.ts';
import { COORDINATION_PARTS } from './coordination.ts';
import { assignForm, coordinationStepForm } from './coordination-forms.ts';
import { COORDINATION_ACTS, COORDINATION_LIFE, type CoordinationAct, type CoordinationRelation } from './coordination-lifecycle.ts';
import { coordinationListPage, coordinationPage, type RejectedCoordination } from './coordination-pages.ts';
import { coordinationDetail, coordinationList } from './coordination-queries.ts';
import { moveCoordination } from './move-coordination.ts';

const READERS = ['supervisor', 'inspector', 'leader', 'head', 'clerk'] as const;
const ROLE_OF: Record<CoordinationRelation, 'supervisor' | 'leader' | 'head'> = { supervisor: 'supervisor', leader_asked: 'leader', unit_asked: 'head', asking_head: 'head' };
const rolesFor = (act: CoordinationAct): ('supervisor' | 'leader' | 'head')[] => [...new Set(COORDINATION_LIFE[act].by.map((relation) => ROLE_OF[relation]))];

/** What units ask others to settle (需协调事项), with an owner and a clock. */
export function coordinationRoutes(context: Context): Router {
  const router = Router();

  router.get('/coordination', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const part = COORDINATION_PARTS.find((each) => each === req.query['part']) ?? 'waiting';
    const page = pageNumber(req.query);
    show(res, coordinationListPage(viewer, { part, page, ...await coordinationList(context, viewer.actor, part, { skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE }) }));
  });

  router.get('/coordination/:id', may(...READERS), async (req, res) => {
    show(res, await pageOf(context, req, null));
  });

  for (const act of COORDINATION_ACTS) {
    router.post(`/coordination/:id/${act}`, may(...rolesFor(act)), async (req, res) => {
      await answer(req, res, async () => {
        if (act === 'assign') await assignCoordination(context, actorOf(req), idInAddress(req), parseForm(assignForm, req.body));
        else await moveCoordination(context, actorOf(req), idInAddress(req), act, parseForm(coordinationStepForm(act), req.body));
        setFlash(req, 'success', wordsOf(req).t(`coordinations.done.${act}`));
        return `/coordination/${String(idInAddress(req))}`;
      }, (rejected) => pageOf(context, req, { ...rejected, act }));
    });
  }

  return router;
}

async function pageOf(context: Context, req: Request, rejected: RejectedCoordination | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  return coordinationPage(viewer, await coordinationDetail(context, viewer.actor, idInAddress(req)), await unitChoices(context), rejected);
}
