/** The rungs above a notice in vain (R24): a talk (约谈) with the unit, a criticism circulated (通报批评). They are held by people in a room and recorded here. */
export const ESCALATIONS = ['talk', 'criticism'] as const;
export type EscalationKind = (typeof ESCALATIONS)[number];

export interface EscalationRule {
  /** What must have been in vain before. */
  after: 'verification' | 'talk';
  by: readonly ('supervisor' | 'inspector')[];
  /** Name and mark of the number series, one per year (R1). */
  series: string;
  mark: string;
}

/** R24's upper rungs as a table. A criticism is for a supervisor who did not hold the talk (four eyes). */
export const UPPER_RUNGS = {
  talk: { after: 'verification', by: ['supervisor', 'inspector'], series: 'talk', mark: '长督谈' },
  criticism: { after: 'talk', by: ['supervisor'], series: 'criticism', mark: '长督评' },
} as const satisfies Record<EscalationKind, EscalationRule>;

export interface PastEscalation {
  kind: string;
  ground: string;
  groundDay: string;
  recordedById: number;
}
