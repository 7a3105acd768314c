import type { AuditEventName } from '../audit/audit-events.ts';

/** The life of a set of parameters: what is adopted stays, and counts until a later one does. */
export const PARAMETER_STATUSES = ['proposed', 'adopted', 'declined', 'discarded'] as const;
export type ParameterStatus = (typeof PARAMETER_STATUSES)[number];

export type ParameterRelation = 'supervisor' | 'leader';

/** What must be there before an act: values within their bounds and nothing that R28 forbids; another value than now; that somebody else proposed it (four eyes); a reason. */
export type ParameterNeed = 'lawful' | 'changed' | 'not_proposer' | 'remark';

export interface ParameterTransition {
  /** null: there is none yet. */
  from: ParameterStatus | null;
  to: ParameterStatus;
  by: readonly ParameterRelation[];
  needs: readonly ParameterNeed[];
  event: AuditEventName;
}

/** A new proposal takes the place of the one before. Buttons, refusals and tests come from this table. */
export const PARAMETER_LIFE = {
  propose: { from: null, to: 'proposed', by: ['supervisor'], needs: ['lawful', 'changed'], event: 'parameters.proposed' },
  replace: { from: 'proposed', to: 'discarded', by: ['supervisor'], needs: ['lawful', 'changed'], event: 'parameters.proposed' },
  adopt: { from: 'proposed', to: 'adopted', by: ['supervisor', 'leader'], needs: ['not_proposer'], event: 'parameters.adopted' },
  decline: { from: 'proposed', to: 'declined', by: ['supervisor', 'leader'], needs: ['remark'], event: 'parameters.declined' },
} as const satisfies Record<string, ParameterTransition>;

export type ParameterAct = keyof typeof PARAMETER_LIFE;
export const PARAMETER_ACTS = Object.keys(PARAMETER_LIFE) as ParameterAct[];
