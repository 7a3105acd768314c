import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { findSentence } from '../plans/plan-queries.ts';
import { sentencePermalink } from '../plans/plan.ts';
import { unitChoices } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { createTask } from './create-task.ts';
import { suggestDraft } from './draft-suggestion.ts';
import { editTask } from './edit-task.ts';
import { learnedReference, withLearnedUnits } from './learned-suggestions.ts';
import { reasonOf } from './suggestion-reason.ts';
import { createTaskForm, editTaskForm } from './task-forms.ts';
import { taskFormPage } from './task-form-pages.ts';
import { findTask } from './task-queries.ts';

/** From a sentence of the plan to a draft, and changing the draft until it is handed over. */
export function taskDraftRoutes(context: Context): Router {
  const router = Router();

  router.get('/tasks/new', may('supervisor'), async (req, res) => {
    show(res, await newPage(context, req, Number(req.query['sentence']), null));
  });

  router.post('/tasks', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { id } = await createTask(context, actorOf(req), parseForm(createTaskForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('tasks.done.create'));
      return `/tasks/${id}`;
    }, (rejected) => newPage(context, req, severalIn(req, 'sentenceIds')[0] ?? 0, rejected));
  });

  router.get('/tasks/:id/edit', may('supervisor'), async (req, res) => {
    show(res, await editPage(context, req, null));
  });

  router.post('/tasks/:id', may('supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      await editTask(context, actorOf(req), idInAddress(req), parseForm(editTaskForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('tasks.done.edit'));
      return `/tasks/${idInAddress(req)}`;
    }, (rejected) => editPage(context, req, rejected));
  });

  return router;
}

/** The numbers of a name that may come once or many times. */
function severalIn(req: Request, name: string): number[] {
  const value = (req.body as Record<string, unknown> | undefined)?.[name];
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(Number).filter(Number.isInteger);
}

const severalOf = (req: Request) => ({ responsibleIds: severalIn(req, 'responsibleIds'), supportIds: severalIn(req, 'supportIds'), districtIds: severalIn(req, 'districtIds') });

async function newPage(context: Context, req: Request, sentenceId: number, rejected: Rejected | null): Promise<Page> {
  if (!Number.isInteger(sentenceId) || sentenceId < 1 || sentenceId >= 2 ** 31) throw new NotFound('sentence');
  const viewer = viewerOf(req, context);
  const sentence = await findSentence(context, sentenceId);
  const units = await unitChoices(context);
  const { values, reasons } = suggestDraft(withLearnedUnits(sentence, await learnedReference(context)), units, viewer.today);
  const href = sentencePermalink({ planId: sentence.plan.id, ordinal: sentence.ordinal });
  return taskFormPage(viewer, {
    address: '/tasks', back: href, version: null, sentenceIds: [sentence.id], quote: { text: sentence.text, citation: sentence.citation, href },
    reasons: reasons.map(({ unit, suggestion }) => ({ unit, because: reasonOf(viewer.t, suggestion, unit) })), values, units,
  }, rejected, rejected === null ? null : severalOf(req));
}

async function editPage(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const task = await findTask(context, viewer.actor, idInAddress(req));
  if (task.status !== 'draft') throw new NotFound('draft');
  const of = (role: string): number[] => task.assignments.filter((a) => a.role === role).map((a) => a.unitId);
  const back = `/tasks/${task.id}`;
  return taskFormPage(viewer, {
    address: back, back, version: task.version, sentenceIds: [], quote: { text: task.quote, citation: task.citation, href: `${back}/source` }, reasons: [],
    values: { ...task, leadId: of('lead')[0] ?? null, responsibleIds: of('responsible'), supportIds: of('support'), districtIds: JSON.parse(task.districtIds) as number[], milestones: task.milestones, rollup: task.rollup ?? 'all' },
    units: await unitChoices(context),
  }, rejected, rejected === null ? null : severalOf(req));
}
