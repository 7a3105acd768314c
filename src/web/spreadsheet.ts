import { stringify } from 'csv-stringify/sync';

export type Cell = string | number;

/** A table to be taken away as a file. Widths in characters of a spreadsheet's column. */
export interface Sheet {
  title: string;
  columns: { heading: string; width: number }[];
  rows: Cell[][];
}

/** A leading apostrophe before what spreadsheets take for the start of a formula, in full width too (SECURITY T10). */
export const harmless = (cell: Cell): Cell => (typeof cell === 'string' && /^[=+\-@\t\r\n\0＝＋－＠]/.test(cell) ? `'${cell}` : cell);

/** CSV as Excel opens it: UTF-8 with its mark, CRLF. */
export function csvOf({ columns, rows }: Sheet): Buffer {
  return Buffer.from(stringify([columns.map((c) => c.heading), ...rows.map((row) => row.map(harmless))], { bom: true, record_delimiter: '\r\n' }));
}

/** Cells are written as text or number, never as formula. */
export async function xlsxOf({ title, columns, rows }: Sheet): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs'); // with the first workbook: at the start it would be the slowest of all modules
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(columns.map((c) => c.heading)).font = { bold: true };
  for (const row of rows) sheet.addRow(row);
  columns.forEach(({ width }, i) => { sheet.getColumn(i + 1).width = width; });
  return Buffer.from(await book.xlsx.writeBuffer());
}

export const SHEET_FORMATS = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
export type SheetFormat = keyof typeof SHEET_FORMATS;
