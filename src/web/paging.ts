export const PAGE_SIZE = 50;

export interface Paging {
  page: number;
  pages: number;
  total: number;
  from: number;
  to: number;
  previous: string | null;
  next: string | null;
}

/** The page number in a query, 1 where it is missing or nonsense. */
export function pageNumber(query: Record<string, unknown>): number {
  const value = Number(query['page'] ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= 100_000 ? value : 1;
}

/** Links to the neighbours of a page, all other parts of the address kept. */
export function paging(total: number, page: number, address: string, size = PAGE_SIZE): Paging {
  const pages = Math.max(1, Math.ceil(total / size));
  const at = (n: number): string => withQuery(address, { page: String(n) });
  return {
    page, pages, total,
    from: total === 0 ? 0 : (page - 1) * size + 1,
    to: Math.min(total, page * size),
    previous: page > 1 ? at(page - 1) : null,
    next: page < pages ? at(page + 1) : null,
  };
}

/** The address with some parts of its query set (or, with null, taken out). */
export function withQuery(address: string, changes: Record<string, string | null>): string {
  const [path = '/', query = ''] = address.split('?');
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) params.delete(name);
    else params.set(name, value);
  }
  const rest = params.toString();
  return rest === '' ? path : `${path}?${rest}`;
}
