import { createRequire } from 'node:module';
import path from 'node:path';
import { isPageFurniture } from './page-furniture.ts';
import { joinPages, type PageLine } from './join-pages.ts';
import { Unreadable } from './unreadable.ts';

const MOST_PAGES = 600;
/** Items on one line may differ a little in height: superscripts, mixed fonts. */
const SAME_LINE = 3;

interface Item {
  str: string;
  transform: number[];
  width: number;
}

/** The text layer of a PDF as paragraphs: page numbers and running heads go, wrapped lines are joined. */
export async function readPdf(bytes: Buffer): Promise<string> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  const task = getDocument({
    data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false, disableFontFace: true, verbosity: 0,
    cMapUrl: `${home}/cmaps/`, cMapPacked: true, standardFontDataUrl: `${home}/standard_fonts/`,
  });
  const document = await task.promise.catch((error: unknown) => { throw unreadable(error); });
  if (document.numPages > MOST_PAGES) throw new Unreadable('bomb', { reason: 'pages' });
  const pages: PageLine[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.filter((item): item is typeof item & Item => 'str' in item)));
    page.cleanup();
  }
  return joinPages(pages);
}

function unreadable(error: unknown): Unreadable {
  const name = error instanceof Error ? error.name : '';
  return new Unreadable(name === 'PasswordException' ? 'encrypted' : 'unreadable');
}

function linesOf(items: readonly Item[]): PageLine[] {
  const lines: { y: number; items: Item[] }[] = [];
  for (const item of items) {
    if (item.str === '') continue;
    const y = item.transform[5] ?? 0;
    const line = lines.find((one) => Math.abs(one.y - y) <= SAME_LINE);
    if (line) line.items.push(item);
    else lines.push({ y, items: [item] });
  }
  return lines.sort((a, b) => b.y - a.y).map((line) => ({ y: line.y, text: modern(textOf(line.items)) })).filter((line) => line.text.trim() !== '' && !isPageFurniture(line.text));
}

function textOf(items: Item[]): string {
  return items.sort((a, b) => (a.transform[4] ?? 0) - (b.transform[4] ?? 0)).map((item) => item.str).join('');
}

/** Some PDFs write 工 with the radical sign ⼯; only those signs are replaced, so that （） and ， stay as they are. */
function modern(text: string): string {
  return text.replace(/[\u2e80-\u2fdf]/g, (sign) => sign.normalize('NFKC'));
}
