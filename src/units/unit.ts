/** Kinds of unit in the order in which a city's own lists name them; the districts (区县市) come last. */
export const UNIT_KINDS = ['party', 'congress', 'government', 'judicial', 'mass', 'platform', 'soe', 'other', 'district'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A unit as forms and lists name it. */
export interface UnitName {
  id: number;
  code: string;
  shortName: string;
  /** First letters of the short name's pinyin, for typing ahead: 市商务局 → sswj. */
  initials: string;
  kind: string;
}

export const isUnitKind = (value: string): value is UnitKind => UNIT_KINDS.some((kind) => kind === value);

export const isDistrict = (unit: { kind: string }): boolean => unit.kind === 'district';
