import { LEAST_RANKED, PEER_GROUPS, type PeerGroup } from '../units/peer-group.ts';

/** What a unit's entry says. */
export interface Entry {
  unitId: number;
  unit: string;
  peers: string;
  items: number;
  points: number;
}

/** With its place among its peers; null where it has too few items or its entry was objected to with success (R29, R30). */
export interface RankedEntry extends Entry {
  place: number | null;
  /** Points for each item, by which units of different size are compared. */
  average: number;
  struck: boolean;
}

export interface RankedGroup {
  group: PeerGroup;
  entries: RankedEntry[];
  /** How many of the group are ranked: the n of "3 of n". */
  ranked: number;
}

/** Units among their like only, by points for each item; equal averages share a place (R29). @param struck units whose entry does not count */
export function rankEntries(entries: readonly Entry[], struck: ReadonlySet<number> = new Set()): RankedGroup[] {
  return PEER_GROUPS.map((group) => {
    const members = entries.filter((e) => e.peers === group)
      .map((e) => ({ ...e, average: e.items === 0 ? 0 : Math.round(e.points / e.items * 100) / 100, struck: struck.has(e.unitId), place: null }));
    const counted = members.filter((e) => e.items >= LEAST_RANKED && !e.struck).sort((a, b) => b.average - a.average || a.unitId - b.unitId);
    const placed = counted.map((e) => ({ ...e, place: 1 + counted.filter((other) => other.average > e.average).length }));
    return { group, entries: [...placed, ...members.filter((e) => e.items < LEAST_RANKED || e.struck)], ranked: counted.length };
  }).filter((g) => g.entries.length > 0);
}
