import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { addBranch } from './add-branch.ts';
import { arbitrateObjection } from './arbitrate-objection.ts';
import { askBranchDue } from './ask-branch-due.ts';
import { BRANCH_PATHS, type BranchForm, type RejectedBranch } from './branch-act-forms.ts';
import { addBranchForm, changeBranchForm, dueDecisionForm, dueWishForm, handInsideForm, objectionForm, rulingForm, takeOffForm } from './branch-forms.ts';
import { branchesPage } from './branch-pages.ts';
import { findBranches, membersOf } from './branch-queries.ts';
import { changeBranch } from './change-branch.ts';
import { decideBranchDue } from './decide-branch-due.ts';
import { handInside } from './hand-inside.ts';
import { objectToAssignment } from './object-to-assignment.ts';
import { takeOffBranch } from './take-off-branch.ts';

/** The branches of a task: objections, units that come and go, own days, who works on them inside the unit. */
export function branchRoutes(context: Context): Router {
  const router = Router();
  const page = (req: Request, rejected: RejectedBranch | null): Promise<Page> => pageOf(context, req, rejected);
  const done = (req: Request, form: string): string => {
    setFlash(req, 'success', wordsOf(req).t(`tasks.branch_done.${form}`));
    return `/tasks/${idInAddress(req)}/branches`;
  };

  router.get('/tasks/:id/branches', may('supervisor', 'inspector', 'head', 'clerk', 'leader'), async (req, res) => { show(res, await page(req, null)); });

  router.post('/tasks/:id/branches', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      await addBranch(context, actorOf(req), idInAddress(req), parseForm(addBranchForm, req.body));
      return done(req, 'add');
    }, (rejected) => page(req, { ...rejected, form: 'add', branchId: 0 }));
  });

  /** An act on one branch: done, or the page again with the form open that was refused. */
  const act = (form: BranchForm, role: 'supervisor' | 'head', run: (req: Request, taskId: number, branchId: number) => Promise<void>): void => {
    router.post(`/tasks/:id/branches/:branchId/${BRANCH_PATHS[form]}`, may(role), async (req, res) => {
      const branchId = idInAddress(req, 'branchId');
      await answer(req, res, async () => {
        await run(req, idInAddress(req), branchId);
        return done(req, form);
      }, (rejected: Rejected) => page(req, { ...rejected, form, branchId }));
    });
  };
  act('object', 'head', (req, id, branch) => objectToAssignment(context, actorOf(req), id, branch, parseForm(objectionForm, req.body)));
  act('rule', 'supervisor', (req, id, branch) => arbitrateObjection(context, actorOf(req), id, branch, parseForm(rulingForm, req.body)));
  act('change', 'supervisor', (req, id, branch) => changeBranch(context, actorOf(req), id, branch, parseForm(changeBranchForm, req.body)));
  act('take_off', 'supervisor', (req, id, branch) => takeOffBranch(context, actorOf(req), id, branch, parseForm(takeOffForm, req.body)));
  act('ask_due', 'head', (req, id, branch) => askBranchDue(context, actorOf(req), id, branch, parseForm(dueWishForm, req.body)));
  act('decide_due', 'head', (req, id, branch) => decideBranchDue(context, actorOf(req), id, branch, parseForm(dueDecisionForm, req.body)));
  act('hand_inside', 'head', (req, id, branch) => handInside(context, actorOf(req), id, branch, parseForm(handInsideForm, req.body)));

  return router;
}

async function pageOf(context: Context, req: Request, rejected: RejectedBranch | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const { role, unitId } = viewer.actor;
  const task = await findBranches(context, viewer.actor, idInAddress(req));
  const units = role === 'supervisor' ? await unitChoices(context) : [];
  const members = role === 'head' ? await membersOf(context, unitId) : [];
  return branchesPage(viewer, task, { units, members }, rejected);
}
