import { Router, type Request } from 'express';
import type { Context } from '../kernel/context.ts';
import { NotFound } from '../kernel/errors.ts';
import { visibleTo } from '../tasks/task-policy.ts';
import { findUnitsByIds } from '../units/unit-queries.ts';
import { answer, show, type Page } from '../web/answer.ts';
import { setFlash } from '../web/flash.ts';
import { parseForm, type Rejected } from '../web/forms.ts';
import { may } from '../web/gates.ts';
import { idInAddress } from '../web/id-in-address.ts';
import { PAGE_SIZE } from '../web/paging.ts';
import { actorOf, viewerOf, wordsOf } from '../web/viewer-of-request.ts';
import { instructionForm, instructionStepForm } from './instruction-forms.ts';
import { INSTRUCTION_ACTS, INSTRUCTION_LIFE, type InstructionRelation } from './instruction-lifecycle.ts';
import { instructionFormPage, instructionListPage, instructionPage, type RejectedInstruction } from './instruction-pages.ts';
import { countInstructions, findInstruction, instructionLines, leaders } from './instruction-queries.ts';
import { INSTRUCTION_STATUSES } from './instruction.ts';
import { moveInstruction } from './move-instruction.ts';
import { instructionCapPassed } from './instruction-cap.ts';
import { registerInstruction } from './register-instruction.ts';
import { idIn, monthIn } from './slip-filter.ts';

const READERS = ['supervisor', 'inspector', 'leader', 'head', 'clerk'] as const;
const ROLE_OF: Record<InstructionRelation, 'supervisor' | 'leader' | 'head'> = { supervisor: 'supervisor', leader: 'leader', unit_head: 'head' };

/** Leaders' instructions (批示) and what became of them. */
export function instructionRoutes(context: Context): Router {
  const router = Router();

  router.get('/supervision/instructions', may(...READERS), async (req, res) => {
    const viewer = viewerOf(req, context);
    const { query } = req;
    const filter = {
      status: INSTRUCTION_STATUSES.find((s) => s === query['status']) ?? null, late: query['late'] === '1', unit: idIn(query['unit']), month: monthIn(query['month']), page: idIn(query['page']) ?? 1,
    };
    const [lines, total] = await Promise.all([instructionLines(context, viewer.actor, filter, PAGE_SIZE), countInstructions(context, viewer.actor, filter)]);
    const unit = filter.unit === null ? null : ((await findUnitsByIds(context, [filter.unit])).get(filter.unit)?.shortName ?? null);
    show(res, instructionListPage(viewer, filter, { lines, total, unit }));
  });

  router.get('/instructions/:id', may(...READERS), async (req, res) => {
    show(res, await pageOf(context, req, null));
  });

  router.get('/tasks/:id/instructions/new', may('leader', 'supervisor'), async (req, res) => {
    show(res, await formOf(context, req, null));
  });

  router.post('/tasks/:id/instructions', may('leader', 'supervisor'), async (req, res) => {
    await answer(req, res, async () => {
      const { id, number } = await registerInstruction(context, actorOf(req), idInAddress(req), parseForm(instructionForm, req.body));
      setFlash(req, 'success', wordsOf(req).t('supervision.done.instruction', { number }));
      return `/instructions/${String(id)}`;
    }, (rejected) => formOf(context, req, rejected));
  });

  for (const act of INSTRUCTION_ACTS) {
    router.post(`/instructions/:id/${act.replace('_', '-')}`, may(...INSTRUCTION_LIFE[act].by.map((by) => ROLE_OF[by])), async (req, res) => {
      await answer(req, res, async () => {
        await moveInstruction(context, actorOf(req), idInAddress(req), act, parseForm(instructionStepForm(act), req.body));
        setFlash(req, 'success', wordsOf(req).t('supervision.done.problem', { act: wordsOf(req).t(`supervision.instruction.act.${act}`) }));
        return `/instructions/${String(idInAddress(req))}`;
      }, (rejected) => pageOf(context, req, { ...rejected, act }));
    });
  }

  return router;
}

async function pageOf(context: Context, req: Request, rejected: RejectedInstruction | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  return instructionPage(viewer, await findInstruction(context, viewer.actor, idInAddress(req)), rejected);
}

/** @throws NotFound where the task is not there for this person */
async function formOf(context: Context, req: Request, rejected: Rejected | null): Promise<Page> {
  const viewer = viewerOf(req, context);
  const task = await context.db.task.findFirst({ where: { id: idInAddress(req), AND: [visibleTo(viewer.actor)] }, select: { id: true, number: true, title: true, leadUnitId: true, leadUnit: { select: { shortName: true } } } });
  if (task === null) throw new NotFound('task');
  const beyond = task.leadUnitId === null ? null : await instructionCapPassed(context.db, context, task.leadUnitId, viewer.today);
  return instructionFormPage(viewer, { task: { ...task, unit: task.leadUnit?.shortName ?? '' }, leaders: await leaders(context), beyond }, rejected);
}
