export interface MatrixCell {
  count: number;
  /** The list of exactly these; null where the count is 0. */
  href: string | null;
  /** 0 (nothing) to 4 (most): how strongly the cell is shaded. */
  level: number;
}

export interface AgeMatrix {
  caption: string;
  corner: string;
  columns: { label: string; total: MatrixCell }[];
  rows: { label: string; href: string | null; cells: MatrixCell[]; total: MatrixCell }[];
  all: MatrixCell;
}

export interface MatrixWish {
  caption: string;
  corner: string;
  columns: readonly string[];
  rows: readonly { label: string; href: string | null; counts: readonly number[] }[];
  /** Where a cell leads; row or column null for the totals. */
  hrefOf: (row: number | null, column: number | null) => string;
}

const LEVELS = 4;

/** Counts by unit and age as a table whose cells are links; shading compares cells with the largest one, totals are not shaded. */
export function ageMatrix({ caption, corner, columns, rows, hrefOf }: MatrixWish): AgeMatrix {
  const most = Math.max(0, ...rows.flatMap((r) => r.counts));
  const cell = (count: number, row: number | null, column: number | null): MatrixCell =>
    ({ count, href: count === 0 ? null : hrefOf(row, column), level: row === null || column === null || most === 0 ? 0 : Math.ceil((count / most) * LEVELS) });
  const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);
  return {
    caption,
    corner,
    columns: columns.map((label, c) => ({ label, total: cell(sum(rows.map((r) => r.counts[c] ?? 0)), null, c) })),
    rows: rows.map((row, r) => ({
      label: row.label, href: row.href,
      cells: columns.map((_, c) => cell(row.counts[c] ?? 0, r, c)),
      total: cell(sum(row.counts), r, null),
    })),
    all: cell(sum(rows.flatMap((r) => r.counts)), null, null),
  };
}
