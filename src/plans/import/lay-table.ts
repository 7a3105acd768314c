/** A cell as written, with the columns and rows that it spans. */
export interface Cell {
  text: string;
  across: number;
  down: number;
}

const MOST_COLUMNS = 60;

/** Fills merged cells with their text, so that every row can be read by itself. */
export function layTable(rows: readonly (readonly Cell[])[]): string[][] {
  const grid: string[][] = rows.map(() => []);
  rows.forEach((cells, r) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[r]?.[column] !== undefined) column += 1;
      const across = Math.min(cell.across, MOST_COLUMNS - column);
      const down = Math.min(cell.down, rows.length - r);
      for (let y = r; y < r + down; y += 1) for (let x = column; x < column + across; x += 1) (grid[y] ??= [])[x] = cell.text;
      column += across;
    }
  });
  return grid.map((row) => Array.from(row, (text: string | undefined) => text ?? '')).filter((row) => row.some((text) => text !== ''));
}
