import ExcelJS from 'exceljs';
import { Unreadable } from './unreadable.ts';
import { verifyArchive } from './verify-archive.ts';

const MOST_ROWS = 20_000;
const MOST_COLUMNS = 60;
const MOST_SHEET = 24 * 1024 * 1024;
const MOST_CELLS = 200_000;
const MOST_MERGED = 20_000;

/** The sheets of a workbook, one line with tabs for each row; merged cells are filled. */
export async function readXlsx(bytes: Buffer): Promise<string> {
  refuseExtremes(await verifyArchive(bytes));
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook.worksheets.filter((sheet) => sheet.state === 'visible').map(readSheet).filter((text) => text !== '').join('\n');
}

/** Sizes that a sheet of duties never has, found before the library builds its cells. */
function refuseExtremes(parts: ReadonlyMap<string, string>): void {
  for (const [name, xml] of parts) {
    if (!/^xl\/(?:worksheets\/|sharedStrings)/.test(name)) continue;
    if (xml.length > MOST_SHEET || xml.split('<c ').length > MOST_CELLS || xml.split('<si').length > MOST_CELLS) throw new Unreadable('bomb', { reason: 'cells' });
    for (const [, letters, row] of xml.matchAll(/ r="([A-Z]{1,4})([0-9]{1,8})"/g)) if (Number(row) > MOST_ROWS || columnOf(letters ?? '') > MOST_COLUMNS * 4) throw new Unreadable('bomb', { reason: 'cells' });
    for (const row of xml.split('<row ').slice(1)) if (Number(/\br="([0-9]{1,8})"/.exec(row.slice(0, 200))?.[1] ?? 0) > MOST_ROWS) throw new Unreadable('bomb', { reason: 'cells' });
    refuseMerges(xml);
  }
}

function refuseMerges(xml: string): void {
  let area = 0;
  for (const [, left, top, right, bottom] of xml.matchAll(/<mergeCell ref="([A-Z]{1,4})([0-9]{1,8}):([A-Z]{1,4})([0-9]{1,8})"/g)) {
    area += (columnOf(right ?? '') - columnOf(left ?? '') + 1) * (Number(bottom) - Number(top) + 1);
    if (area > MOST_MERGED) throw new Unreadable('bomb', { reason: 'merged' });
  }
}

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column;
}

function readSheet(sheet: ExcelJS.Worksheet): string {
  const lines: string[] = [];
  sheet.eachRow((row) => {
    const cells: string[] = [];
    for (let column = 1; column <= Math.min(sheet.columnCount, MOST_COLUMNS); column += 1) cells.push(cellText(row.getCell(column)));
    const filled = new Set(cells.filter((cell) => cell !== ''));
    if (filled.size === 1) lines.push([...filled].join(''));
    else if (filled.size > 1) lines.push(cells.join('\t'));
  });
  return lines.join('\n');
}

/** What a reader sees in a cell; a merged cell shows the text of its first one. */
function cellText(cell: ExcelJS.Cell): string {
  const shown = cell.isMerged ? cell.master : cell;
  return shown.text.replace(/\s/g, '');
}
