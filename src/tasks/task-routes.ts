import { Router } from 'express';
import type { z } from 'zod';
import type { Actor, Role } from '../kernel/actor.ts';
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
import { closeForm, decisionForm, explanationAnswerForm, explanationForm, extensionForm, issueForm, returnForm, submitForm, takingBackForm, versionForm, wordlessForm } from './task-forms.ts';
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
  act('hand-over', 'issue', ['supervisor'], issueTask, issueForm);
  act('discard', 'discard', ['supervisor'], discardTask, versionForm);
  act('signature', 'sign', ['head'], signAssignment, wordlessForm);
  act('submission', 'submit', ['head'], submitTask, submitForm);
  act('return', 'return', ['supervisor'], returnTask, returnForm);
  act('closing', 'close', ['supervisor'], closeTask, closeForm);
  act('extension', 'ask_extension', ['head'], askExtension, extensionForm);
  act('extension/decision', 'decide_extension', ['supervisor'], decideExtension, decisionForm);
  act('extension/preparation', 'prepare_extension', ['clerk'], prepareExtension, extensionForm);
  act('extension/approval', 'approve_extension', ['leader'], approveExtension, decisionForm);
  act('extension/taking-back', 'take_back_extension', ['head'], takeBackExtension, takingBackForm);
  act('explanation', 'explain_overdue', ['head'], explainOverdue, explanationForm);
  act('explanation/answer', 'answer_explanation', ['supervisor'], answerExplanation, explanationAnswerForm);

  return router;
}

type Act = RejectedAct['act'];

type Verb<S extends z.ZodType> = (context: Context, actor: Actor, taskId: number, input: z.output<S>) => Promise<unknown>;
/** Adds acts of the task's page to a router: each by its verb and form, or the page again with the form open that was refused. */
export const actsOfTask = (context: Context, router: Router) => <S extends z.ZodType>(path: string, name: Act | ((actor: Actor) => Act), roles: Role[], verb: Verb<S>, form: S): void => {
  router.post(`/tasks/:id/${path}`, may(...roles), async (req, res) => {
    const [actor, id] = [actorOf(req), idInAddress(req)];
    const act = typeof name === 'string' ? name : name(actor);
    await answer(req, res, async () => {
      await verb(context, actor, id, parseForm(form, req.body));
      setFlash(req, 'success', wordsOf(req).t(`tasks.done.${act}`));
      return `/tasks/${id}`;
    }, (rejected) => taskPageOf(context, viewerOf(req, context), id, { ...rejected, act }));
  });
};
