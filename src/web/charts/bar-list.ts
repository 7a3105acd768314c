export interface BarListItem { label: string; count: number; note: string | null; href: string | null }
export interface BarList { items: (BarListItem & { width: number })[] }

/** Counts as bars from 0, the longest 100 wide. */
export function barList(items: readonly BarListItem[]): BarList {
  const most = Math.max(0, ...items.map((i) => i.count));
  return { items: items.map((item) => ({ ...item, width: most === 0 ? 0 : Math.round((item.count / most) * 1000) / 10 })) };
}
