import { Router, type Request } from 'express';
import type { Role } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { sentencePermalink } from '../plans/plan.ts';
import { answer, show } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { askExtension } from './ask-extension.ts';
import { answerExplanation } from './answer-explanation.ts';
import { approveExtension } from './approve-extension.ts';
import { closeTask } from './close-task.ts';
import { decideExtension } from './decide-extension.ts';
import { discardTask } from './discard-task.ts';
import { explainOverdue } from './explain-overdue.ts';
import { issueTask } from './issue-task.ts';
import { prepareExtension } from './prepare-extension.ts';
import { returnTask } from './return-task.ts';
import { signAssignment } from './sign-assignment.ts';
import { submitTask } from './submit-task.ts';
import { takeBackExtension } from './take-back-extension.ts';
import { closeForm, decisionForm, explanationAnswerForm, explanationForm, extensionForm, issueForm, returnForm, submitForm, takingBackForm, versionForm } from './task-forms.ts';
import { taskPageOf } from './show-task.ts';
import type { RejectedAct } from './rejected-act.ts';
import { findTask } from './task-queries.ts';

const READERS = ['supervisor', 'inspector', 'head', 'clerk', 'leader'] as const;

/** The page of one task and the acts on it. */
export function taskRoutes(context: Context): Router {
  const router = Router();

  router.get('/tasks/:id', may(...READERS), async (req, res) => {
    show(res, await taskPageOf(context, viewerOf(req, context), idInAddress(req)));
  });

  router.get('/tasks/:id/source', may(...READERS), async (req, res) => {
    const task = await findTask(context, actorOf(req), idInAddress(req));
    const sentence = task.sources[0]?.sentence;
    res.redirect(303, sentence === undefined ? `/plans/${task.planId}` : sentencePermalink(sentence));
  });

  const act = actsOfTask(context, router);
  act('hand-over', 'issue', ['supervisor'], (req) => issueTask(context, actorOf(req), idInAddress(req), parseForm(issueForm, req.body)));
  act('discard', 'discard', ['supervisor'], (req) => discardTask(context, actorOf(req), idInAddress(req), parseForm(versionForm, req.body)));
  act('signature', 'sign', ['head'], (req) => signAssignment(context, actorOf(req), idInAddress(req)));
  act('submission', 'submit', ['head'], (req) => submitTask(context, actorOf(req), idInAddress(req), parseForm(submitForm, req.body)));
  act('return', 'return', ['supervisor'], (req) => returnTask(context, actorOf(req), idInAddress(req), parseForm(returnForm, req.body)));
  act('closing', 'close', ['supervisor'], (req) => closeTask(context, actorOf(req), idInAddress(req), parseForm(closeForm, req.body)));
  act('extension', 'ask_extension', ['head'], (req) => askExtension(context, actorOf(req), idInAddress(req), parseForm(extensionForm, req.body)));
  act('extension/decision', 'decide_extension', ['supervisor'], (req) => decideExtension(context, actorOf(req), idInAddress(req), parseForm(decisionForm, req.body)));
  act('extension/preparation', 'prepare_extension', ['clerk'], (req) => prepareExtension(context, actorOf(req), idInAddress(req), parseForm(extensionForm, req.body)));
  act('extension/approval', 'approve_extension', ['leader'], (req) => approveExtension(context, actorOf(req), idInAddress(req), parseForm(decisionForm, req.body)));
  act('extension/taking-back', 'take_back_extension', ['head'], (req) => takeBackExtension(context, actorOf(req), idInAddress(req), parseForm(takingBackForm, req.body)));
  act('explanation', 'explain_overdue', ['head'], (req) => explainOverdue(context, actorOf(req), idInAddress(req), parseForm(explanationForm, req.body)));
  act('explanation/answer', 'answer_explanation', ['supervisor'], (req) => answerExplanation(context, actorOf(req), idInAddress(req), parseForm(explanationAnswerForm, req.body)));

  return router;
}

type Act = RejectedAct['act'];

/** Adds acts of the task's page to a router: each done, or the page again with the form open that was refused. */
export const actsOfTask = (context: Context, router: Router) => (path: string, name: Act | ((req: Request) => Act), roles: Role[], run: (req: Request) => Promise<unknown>): void => {
  router.post(`/tasks/:id/${path}`, may(...roles), async (req, res) => {
    const act = typeof name === 'string' ? name : name(req);
    await answer(req, res, async () => {
      await run(req);
      setFlash(req, 'success', wordsOf(req).t(`tasks.done.${act}`));
      return `/tasks/${idInAddress(req)}`;
    }, (rejected) => taskPageOf(context, viewerOf(req, context), idInAddress(req), { ...rejected, act }));
  });
};
