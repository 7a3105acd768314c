import type { Actor } from '../kernel/actor.ts';
import { today as dayAt } from '../kernel/clock.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { Conflict, NotFound, Refused } from '../kernel/errors.ts';
import { addWorkingDays } from '../kernel/working-days.ts';
import { recordEvent } from '../audit/record-event.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { gateTask } from '../tasks/task-facts.ts';
import { lockTask } from './lock-task.ts';
import { factsAbout, pressFacts, type PressedTask } from './press-facts.ts';
import { limitFor, whyNotPress, type PressPleas } from './press-policy.ts';
import type { SlipKind } from './slip.ts';
import type { SlipWish } from './slip-forms.ts';
import { SLIP_LIFE } from './slip-lifecycle.ts';
import { nextSlipNumber } from './slip-number.ts';

export interface IssuedSlip {
  id: number;
  number: string;
}

/**
 * What both kinds of slip share: the gate, the ladder (R24), the reviewer's turn (R26), the unit whose turn it is or that is behind with its branch and no other
 * (R25), the number, the log. @throws NotFound, Forbidden, Refused, Conflict
 */
export async function issueSlip(tx: Tx, context: Context, actor: Actor, taskId: number, kind: SlipKind, wish: SlipWish): Promise<IssuedSlip> {
  await lockTask(tx, taskId);
  await gateTask(context, tx, actor, taskId, 'press');
  const today = dayAt(context.clock);
  const task = (await pressFacts(context, tx, [taskId], today)).get(taskId);
  if (task === undefined) throw new NotFound(`task ${String(taskId)}`);
  const facts = factsAbout(task, wish.unitId);
  const unitId = checkPress(context, kind, facts, wish);
  const needed = (plea: keyof PressPleas): boolean => limitFor(plea, kind, facts, today, context.calendar) !== null;
  const number = await nextSlipNumber(tx, kind, today);
  const replyDueOn = addWorkingDays(today, wish.replyDays, context.calendar);
  const slip = await tx.slip.create({
    data: {
      number, kind, taskId, unitId, reason: wish.reason, requirement: wish.requirement, replyDueOn,
      ground: facts.ground?.kind ?? 'urgent', groundDay: facts.ground?.day ?? today,
      urgentReason: needed('urgent') ? wish.urgentReason : null, capReason: needed('beyondCap') ? wish.capReason : null,
      issuedAt: context.clock.now(), issuedById: actor.accountId, issuerUnitId: actor.unitId,
    },
  });
  const { event } = SLIP_LIFE[kind];
  const data = { slip: kind, number, unit: facts.unitName, reason: wish.reason, replyDueOn, urgentReason: slip.urgentReason, capReason: slip.capReason };
  await recordEvent(tx, context, actor, { event, subject: `slip:${String(slip.id)}`, thread: `task:${String(taskId)}`, data });
  await settleTask(tx, context, taskId, event);
  return { id: slip.id, number };
}

/** @returns the unit that is pressed */
function checkPress(context: Context, kind: SlipKind, facts: PressedTask, wish: SlipWish): number {
  const pleas = { urgent: wish.urgentReason !== '', beyondCap: wish.capReason !== '' };
  const complaint = whyNotPress(kind, facts, pleas, dayAt(context.clock), context.calendar);
  if (complaint !== null) throw new Refused([complaint]);
  if (facts.unitId === null) throw new Conflict('supervision.error.turn_passed');
  if (facts.unitId !== wish.unitId) throw new Refused([{ key: 'supervision.error.uninvolved', values: { unit: facts.unitName ?? '' } }]);
  return facts.unitId;
}
