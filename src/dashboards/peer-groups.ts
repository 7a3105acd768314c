import { groupOf, LEAST_RANKED, type PeerGroup } from '../units/peer-group.ts';
import { allOf, type Distribution } from './distribution.ts';

export interface UnitCounts { id: number; name: string; kind: string; counts: Distribution }

/** A unit with its place among its peers: by the share of its tasks that are red, most first; null where it has too few. */
export interface PlacedUnit extends UnitCounts { n: number; place: number | null }

const redShare = (unit: PlacedUnit): number => unit.counts.red / unit.n;

/** The units of one group with something to do: those ranked in their order, then the others in the order given. Equal shares share a place. */
export function placeUnits(units: readonly UnitCounts[], group: PeerGroup): PlacedUnit[] {
  const members = units.filter((u) => groupOf(u.kind) === group).map((u): PlacedUnit => ({ ...u, n: allOf(u.counts), place: null })).filter((u) => u.n > 0);
  const ranked = members.filter((u) => u.n >= LEAST_RANKED).sort((a, b) => redShare(b) - redShare(a));
  const placed = ranked.map((u) => ({ ...u, place: 1 + ranked.filter((other) => redShare(other) > redShare(u)).length }));
  return [...placed, ...members.filter((u) => u.n < LEAST_RANKED)];
}
