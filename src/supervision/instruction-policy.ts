import { holderOfPost, isOwnStep, type Actor } from '../kernel/actor.ts';
import { Conflict, Forbidden } from '../kernel/errors.ts';
import { markChecked } from '../kernel/request-scope.ts';
import { INSTRUCTION_LIFE, type InstructionAct, type InstructionRelation, type InstructionTransition } from './instruction-lifecycle.ts';

export interface InstructionFacts {
  status: string;
  unitId: number;
  leaderId: number;
  repliedById: number | null;
}

export const mayInstruct = (actor: Actor): boolean => actor.role === 'leader' || actor.role === 'supervisor';

/** A leader, or who stands in for them, stands to the own instructions only, not to a colleague's. */
export function instructionRelation(actor: Actor, row: Pick<InstructionFacts, 'unitId' | 'leaderId'>): InstructionRelation | null {
  if (actor.role === 'supervisor') return 'supervisor';
  if (actor.role === 'leader') return holderOfPost(actor) === row.leaderId ? 'leader' : null;
  return actor.role === 'head' && actor.unitId === row.unitId ? 'unit_head' : null;
}

/** Why this act cannot be done now, as a text key for button and refusal; null where it can. */
export function whyNotInstruction(actor: Actor, act: InstructionAct, row: InstructionFacts): string | null {
  const step: InstructionTransition = INSTRUCTION_LIFE[act];
  const relation = instructionRelation(actor, row);
  if (relation === null || !step.by.includes(relation)) return `supervision.why_not.instruction.${act}`;
  if (step.from !== row.status) return 'supervision.why_not.instruction.status';
  return step.needs.includes('not_replier') && isOwnStep(actor, row.repliedById) ? 'supervision.why_not.instruction.not_replier' : null;
}

/** @throws Forbidden where it is not this person's act, Conflict where the instruction has moved on */
export function gateInstruction(actor: Actor, act: InstructionAct, row: InstructionFacts): void {
  markChecked();
  const key = whyNotInstruction(actor, act, row);
  if (key === null) return;
  if (key === 'supervision.why_not.instruction.status') throw new Conflict(key);
  throw new Forbidden(key);
}
