/** How it was verified: on site (实地) or on paper (书面). */
export const METHODS = ['site', 'paper'] as const;
export type Method = (typeof METHODS)[number];

/** 属实, 基本属实, 部分属实, 不属实, 无法核实: whether what the unit reported is so. */
export const VERDICTS = ['true', 'mostly_true', 'partly_true', 'untrue', 'unverifiable'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Number series of the forms of inspection: name and mark. */
export const INSPECTION_SERIES = {
  verification: { series: 'verification', mark: '长督核' },
  problem: { series: 'problem', mark: '长督改' },
  sample: { series: 'sample', mark: '长督抽' },
  instruction: { series: 'instruction', mark: '长督批' },
} as const;
