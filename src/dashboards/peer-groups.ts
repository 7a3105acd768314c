import { allOf, type Distribution } from './distribution.ts';

/** 市直 / 区县市 / 园区: units are compared with their like only (R29). */
export const PEER_GROUPS = ['city', 'district', 'park'] as const;
export type PeerGroup = (typeof PEER_GROUPS)[number];

/** R29: with fewer tasks than this a unit is not ranked. */
export const LEAST_RANKED = 5;

export interface UnitCounts { id: number; name: string; kind: string; counts: Distribution }

/** A unit with its place among its peers: by the share of its tasks that are red, most first; null where it has too few. */
export interface PlacedUnit extends UnitCounts { n: number; place: number | null }

export const groupOf = (kind: string): PeerGroup => (kind === 'district' ? 'district' : kind === 'platform' ? 'park' : 'city');

const redShare = (unit: PlacedUnit): number => unit.counts.red / unit.n;

/** The units of one group with something to do: those ranked in their order, then the others in the order given. Equal shares share a place. */
export function placeUnits(units: readonly UnitCounts[], group: PeerGroup): PlacedUnit[] {
  const members = units.filter((u) => groupOf(u.kind) === group).map((u): PlacedUnit => ({ ...u, n: allOf(u.counts), place: null })).filter((u) => u.n > 0);
  const ranked = members.filter((u) => u.n >= LEAST_RANKED).sort((a, b) => redShare(b) - redShare(a));
  const placed = ranked.map((u) => ({ ...u, place: 1 + ranked.filter((other) => redShare(other) > redShare(u)).length }));
  return [...placed, ...members.filter((u) => u.n < LEAST_RANKED)];
}
