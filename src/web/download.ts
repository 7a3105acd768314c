import type { Response } from 'express';
import { csvOf, SHEET_FORMATS, xlsxOf, type Sheet, type SheetFormat } from './spreadsheet.ts';

/** Sends a table as a file; the name may be Chinese (RFC 8187). */
export async function sendSheet(res: Response, sheet: Sheet, format: SheetFormat, name: string): Promise<void> {
  const bytes = format === 'csv' ? csvOf(sheet) : await xlsxOf(sheet);
  res.setHeader('Content-Type', SHEET_FORMATS[format]);
  res.setHeader('Content-Disposition', `attachment; filename="export.${format}"; filename*=UTF-8''${encodeURIComponent(`${name}.${format}`)}`);
  res.send(bytes);
}
