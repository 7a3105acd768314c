/** What one district is to reach, and how much it weighs in a ratio. */
export interface DistrictShare { target: number | null; weight: number | null }

/** The shares of a draft as its row keeps them, by unit. */
export function sharesIn(kept: string | null): Map<number, DistrictShare> {
  const entries = Object.entries(JSON.parse(kept ?? '{}') as Record<string, DistrictShare>);
  return new Map(entries.map(([unit, share]) => [Number(unit), share]));
}

export const keepShares = (shares: ReadonlyMap<number, DistrictShare>): string => JSON.stringify(Object.fromEntries(shares));
