import type { Reference, Suggestion, Target } from './import/plan-reading.ts';
import { statedUnits, type StatedDuty } from './import/stated-units.ts';
import type { CommitmentModel } from '../kernel/db/client.ts';
import type { Decision } from './plan.ts';

export const COMMITMENT_KINDS = ['target', 'program', 'project', 'policy', 'action', 'campaign'] as const;

/** A commitment as the rest of the house sees it: what the database keeps as JSON is read. */
export interface PlanCommitment {
  id: number;
  planId: number;
  sentenceId: number;
  chapterId: number | null;
  ordinal: number;
  start: number;
  end: number;
  text: string;
  kind: string;
  verb: string;
  districts: boolean;
  deadline: string | null;
  target: Target | null;
  suggested: Suggestion[];
  /** What the text states, where it named somebody whom nobody knew when the plan was published. */
  stated: StatedDuty | null;
  decision: Decision;
  decisionReason: string | null;
  decidedById: number | null;
  approvedById: number | null;
  version: number;
}

export function commitmentFrom(row: CommitmentModel): PlanCommitment {
  return {
    ...row,
    target: row.target === null ? null : (JSON.parse(row.target) as Target),
    suggested: JSON.parse(row.suggested) as Suggestion[],
    stated: row.stated === null ? null : (JSON.parse(row.stated) as StatedDuty),
    decision: row.decision as Decision,
  };
}

/** The units suggested today: a name of the text that nobody bore may have been given to one since the plan was published. */
export const suggestedToday = ({ suggested, stated }: Pick<PlanCommitment, 'suggested' | 'stated'>, reference: Reference): Suggestion[] =>
  (stated === null ? null : statedUnits(suggested, stated, reference)) ?? suggested;
