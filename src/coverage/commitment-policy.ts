import { isOwnStep, type Actor } from '../kernel/actor.ts';
import type { CoverageState } from './coverage.ts';

export const COMMITMENT_ACTS = ['propose', 'confirm', 'reopen', 'state', 'nature'] as const;
export type CommitmentAct = (typeof COMMITMENT_ACTS)[number];

/** What the policy has to know of a commitment. */
export interface CommitmentFacts {
  state: CoverageState;
  decision: string;
  decidedById: number | null;
  approvedById: number | null;
  /** Its figure, in whatever form; null where it has none. */
  target: unknown;
}

/**
 * Why this act cannot be done now, as a text key that button and refusal share; null where it can. Leaving a commitment undecomposed
 * takes two supervisors (R31, four eyes); a commitment that somebody carries out is not left.
 */
export function whyNot(actor: Actor, act: CommitmentAct, facts: CommitmentFacts): string | null {
  if (actor.role !== 'supervisor') return 'coverage.why_not.role';
  if (act === 'nature') return facts.target === null ? 'coverage.why_not.no_target' : null;
  const isProposed = facts.decision === 'not_decomposed' && facts.approvedById === null;
  if (act === 'confirm') {
    if (!isProposed) return 'coverage.why_not.not_proposed';
    return isOwnStep(actor, facts.decidedById) ? 'coverage.why_not.own_proposal' : null;
  }
  if (act === 'reopen') return facts.decision === 'open' ? 'coverage.why_not.open' : null;
  if (facts.decision !== 'open') return 'coverage.why_not.decided';
  return facts.state === 'gap' ? null : 'coverage.why_not.has_task';
}
