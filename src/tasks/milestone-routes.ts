import { Router, type Request } from 'express';
import type { Actor, Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { changeMilestones } from './change-milestones.ts';
import { confirmMilestone } from './confirm-milestone.ts';
import { milestoneChangeForm, milestoneReportForm } from './milestone-forms.ts';
import type { MilestoneAct } from './milestone-lifecycle.ts';
import { milestonePage, milestonesPage } from './milestone-pages.ts';
import type { MilestoneAddress } from './move-milestone.ts';
import { reportMilestone } from './report-milestone.ts';
import { sendBackMilestone } from './send-back-milestone.ts';
import { returnForm, versionForm } from './task-forms.ts';
import { findTask, namesOf } from './task-queries.ts';
import { tickMilestone } from './tick-milestone.ts';

/** The milestones of a task: changed by supervisors, reported by the lead, confirmed by supervisors. */
export function milestoneRoutes(context: Context): Router {
  const router = Router();

  router.get('/tasks/:id/milestones', may('supervisor'), async (req, res) => {
    show(res, await changePage(context, req, null));
  });

  router.post('/tasks/:id/milestones', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      await changeMilestones(context, actorOf(req), idInAddress(req), parseForm(milestoneChangeForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('tasks.done.change_milestones'));
      return `/tasks/${idInAddress(req)}`;
    }, (rejected) => changePage(context, req, rejected));
  });

  router.get('/tasks/:id/milestones/:milestoneId', may('supervisor', 'inspector', 'head', 'clerk', 'leader'), async (req, res) => {
    show(res, await pageOf(context, req, null, 'report'));
  });

  const act = (name: MilestoneAct, path: string, role: Role, run: (actor: Actor, at: MilestoneAddress, body: unknown) => Promise<void>): void => {
    router.post(`/tasks/:id/milestones/:milestoneId/${path}`, may(role), async (req, res) => {
      await answer(req, res, async () => {
        await run(actorOf(req), { taskId: idInAddress(req), milestoneId: idInAddress(req, 'milestoneId') }, req.body);
        setFlash(req, 'success', wordsOf(req).t(`tasks.milestone_act.${name}.done`));
        return `/tasks/${idInAddress(req)}`;
      }, (rejected) => pageOf(context, req, rejected, name));
    });
  };

  act('report', 'report', 'head', (actor, at, body) => reportMilestone(context, actor, at, parseForm(milestoneReportForm, body)));
  act('confirm', 'confirmation', 'supervisor', (actor, at, body) => confirmMilestone(context, actor, at, parseForm(versionForm, body)));
  act('send_back', 'return', 'supervisor', (actor, at, body) => sendBackMilestone(context, actor, at, parseForm(returnForm, body)));
  act('tick', 'tick', 'supervisor', (actor, at, body) => tickMilestone(context, actor, at, parseForm(milestoneReportForm, body)));

  return router;
}

async function changePage(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const task = await findTask(context, viewer.actor, idInAddress(req));
  if (task.status === 'draft') throw new NotFound('milestones of a draft');
  return milestonesPage(viewer, task, rejected);
}

async function pageOf(context: Context, req: Request, rejected: Rejected | null, act: MilestoneAct): Promise<Page> {
  const viewer = viewerOf(req, context);
  const task = await findTask(context, viewer.actor, idInAddress(req));
  const id = idInAddress(req, 'milestoneId');
  const names = await namesOf(context, task.milestones.filter((m) => m.id === id).flatMap((m) => [m.reportedById, m.confirmedById]));
  return milestonePage(viewer, { task, id, names }, rejected === null ? null : { ...rejected, act });
}
