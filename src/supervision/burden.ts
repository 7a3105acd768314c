/** What a unit was asked for in a month (负担台账). */
export const BURDENS = ['handed', 'reports', 'slips', 'verifications', 'problems', 'instructions'] as const;
export type BurdenKind = (typeof BURDENS)[number];
