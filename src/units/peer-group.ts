/** 市直 / 区县市 / 园区: units are compared with their like only (R29). */
export const PEER_GROUPS = ['city', 'district', 'park'] as const;
export type PeerGroup = (typeof PEER_GROUPS)[number];

/** R29: with fewer items than this a unit is not ranked. */
export const LEAST_RANKED = 5;

export const groupOf = (kind: string): PeerGroup => (kind === 'district' ? 'district' : kind === 'platform' ? 'park' : 'city');
