import type { AuditEventName } from '../audit/audit-events.ts';
import type { InstructionStatus } from './instruction.ts';

export type InstructionRelation = 'supervisor' | 'leader' | 'unit_head';

/** Four eyes: whoever reported does not decide on the report. */
export type InstructionNeed = 'not_replier';

export interface InstructionTransition {
  from: InstructionStatus;
  to: InstructionStatus;
  by: readonly InstructionRelation[];
  needs: readonly InstructionNeed[];
  event: AuditEventName;
}

/** What becomes of an instruction; only the leader who gave it, or a supervisor for them, closes it. */
export const INSTRUCTION_LIFE = {
  reply: { from: 'open', to: 'replied', by: ['unit_head'], needs: [], event: 'instruction.replied' },
  send_back: { from: 'replied', to: 'open', by: ['supervisor', 'leader'], needs: ['not_replier'], event: 'instruction.sent_back' },
  close: { from: 'replied', to: 'closed', by: ['supervisor', 'leader'], needs: ['not_replier'], event: 'instruction.closed' },
} as const satisfies Record<string, InstructionTransition>;

export type InstructionAct = keyof typeof INSTRUCTION_LIFE;
export const INSTRUCTION_ACTS = Object.keys(INSTRUCTION_LIFE) as InstructionAct[];
