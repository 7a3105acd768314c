import type { AuditEventName } from '../audit/audit-events.ts';

/** The life of a unit's objection to its entry (R30); one that is upheld is not ranked. */
export const ENTRY_OBJECTION_STATUSES = ['open', 'upheld', 'dismissed'] as const;
export type EntryObjectionStatus = (typeof ENTRY_OBJECTION_STATUSES)[number];

/** Where the unit has not objected. */
export type EntryObjectionStage = EntryObjectionStatus | 'none';

export type EntryObjectionRelation = 'supervisor' | 'entry_head';

/** What must be there before an act: the circular still shown and the term running; that neither who drew it up nor who objected rules (four eyes). */
export type EntryObjectionNeed = 'term_runs' | 'circular_shown' | 'not_drawer' | 'not_objector';

export interface EntryObjectionTransition {
  from: EntryObjectionStage;
  to: EntryObjectionStatus;
  by: readonly EntryObjectionRelation[];
  needs: readonly EntryObjectionNeed[];
  event: AuditEventName;
}

/** Buttons, refusals and tests come from this table. */
export const ENTRY_OBJECTION_LIFE = {
  object: { from: 'none', to: 'open', by: ['entry_head'], needs: ['circular_shown', 'term_runs'], event: 'circular.objected' },
  uphold: { from: 'open', to: 'upheld', by: ['supervisor'], needs: ['circular_shown', 'not_drawer', 'not_objector'], event: 'circular.upheld' },
  dismiss: { from: 'open', to: 'dismissed', by: ['supervisor'], needs: ['circular_shown', 'not_drawer', 'not_objector'], event: 'circular.dismissed' },
} as const satisfies Record<string, EntryObjectionTransition>;

export type EntryObjectionAct = keyof typeof ENTRY_OBJECTION_LIFE;
export const ENTRY_OBJECTION_ACTS = Object.keys(ENTRY_OBJECTION_LIFE) as EntryObjectionAct[];

export const ENTRY_RULINGS = ['uphold', 'dismiss'] as const satisfies readonly EntryObjectionAct[];
export type EntryRuling = (typeof ENTRY_RULINGS)[number];
