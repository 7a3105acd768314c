/** Ways out of a task's life that take a second person (DOMAIN §3); each is an act of the task's life too. */
export const ENDING_KINDS = ['withdraw', 'merge', 'make_standing'] as const;
export type EndingKind = (typeof ENDING_KINDS)[number];

/** A proposal lapses where the task above ended meanwhile. */
export const ENDING_STATUSES = ['pending', 'confirmed', 'refused', 'taken_back', 'lapsed'] as const;
export type EndingStatus = (typeof ENDING_STATUSES)[number];
