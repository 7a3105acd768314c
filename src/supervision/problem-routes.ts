import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { findUnitsByIds } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { PAGE_SIZE } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { moveProblem } from './move-problem.ts';
import { problemStepForm } from './problem-forms.ts';
import { PROBLEM_ACTS, PROBLEM_LIFE, type ProblemAct, type ProblemRelation } from './problem-lifecycle.ts';
import { problemListPage, problemPage, type RejectedStep } from './problem-pages.ts';
import { countProblems, findProblem, problemLines } from './problem-queries.ts';
import { PROBLEM_STATUSES } from './problem.ts';
import { idIn, monthIn } from './slip-filter.ts';

const READERS = ['supervisor', 'inspector', 'leader', 'head', 'clerk'] as const;
const ROLE_OF: Record<ProblemRelation, 'supervisor' | 'inspector' | 'head'> = { supervisor: 'supervisor', inspector: 'inspector', unit_head: 'head' };

/** The list of problems (问题清单) and the steps of each, straight from the table. */
export function problemRoutes(context: Context): Router {
  const router = Router();

  router.get('/supervision/problems', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const { query } = req;
    const filter = {
      status: PROBLEM_STATUSES.find((s) => s === query['status']) ?? null, late: query['late'] === '1', unit: idIn(query['unit']), month: monthIn(query['month']), page: idIn(query['page']) ?? 1,
    };
    const [lines, total] = await Promise.all([problemLines(context, viewer.actor, filter, PAGE_SIZE), countProblems(context, viewer.actor, filter)]);
    const unit = filter.unit === null ? null : ((await findUnitsByIds(context, [filter.unit])).get(filter.unit)?.shortName ?? null);
    show(res, problemListPage(viewer, filter, { lines, total, unit }));
  });

  router.get('/problems/:id', may(...READERS), async (req, res) => {
    show(res, await pageOf(context, req, null));
  });

  for (const act of PROBLEM_ACTS) {
    router.post(`/problems/:id/${act.replace('_', '-')}`, may(...PROBLEM_LIFE[act].by.map((by) => ROLE_OF[by])), async (req, res) => {
      await answer(req, res, async () => {
        await moveProblem(context, actorOf(req), idInAddress(req), act, parseForm(problemStepForm(act), req.body));
        setFlash(req, 'success', wordsOf(req).t('supervision.done.problem', { act: wordsOf(req).t(`supervision.problem.act.${act}`) }));
        return `/problems/${String(idInAddress(req))}`;
      }, (rejected) => pageOf(context, req, { ...rejected, act }));
    });
  }

  return router;
}

async function pageOf(context: Context, req: Request, rejected: (RejectedStep & { act: ProblemAct }) | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  return problemPage(viewer, await findProblem(context, viewer.actor, idInAddress(req)), rejected);
}
