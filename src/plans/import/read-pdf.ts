import { joinPages, type PageLine } from './join-pages.ts';
import { loadLexicon } from './load-lexicon.ts';
import { isPageFurniture } from './page-furniture.ts';

const radicals = (loadLexicon('radicals') as { signs: Record<string, string> }).signs;

/** x, y and text of one piece of a page's text layer, as the child prints it. */
export type PdfItem = readonly [number, number, string];

/** Pieces on one line may differ a little in height: superscripts, mixed fonts. */
const SAME_LINE = 3;
const LEAST_INDENT = 15;
const MOST_INDENT = 60;

/** The text layer of a PDF as paragraphs: page numbers and running heads go, wrapped lines are joined. */
export function readPdfPages(pages: readonly (readonly PdfItem[])[]): string {
  return joinPages(pages.map(linesOf));
}

function linesOf(items: readonly PdfItem[]): PageLine[] {
  const lines: { y: number; items: PdfItem[] }[] = [];
  for (const item of items.toSorted((a, b) => b[1] - a[1])) {
    const line = lines.at(-1);
    if (line && Math.abs(line.y - item[1]) <= SAME_LINE) line.items.push(item);
    else lines.push({ y: item[1], items: [item] });
  }
  const left = Math.min(...lines.map((line) => leftOf(line.items)));
  return lines.map((line) => ({ y: line.y, text: indentOf(leftOf(line.items) - left) + modern(textOf(line.items)) })).filter((line) => line.text.trim() !== '' && !isPageFurniture(line.text));
}

function leftOf(items: readonly PdfItem[]): number {
  return items.reduce((least, item) => (item[2].trim() === '' ? least : Math.min(least, item[0])), Number.MAX_SAFE_INTEGER);
}

/** The two characters by which a paragraph's first line is set in. */
function indentOf(points: number): string {
  return points > LEAST_INDENT && points < MOST_INDENT ? '\u3000\u3000' : '';
}

function textOf(items: readonly PdfItem[]): string {
  return items.toSorted((a, b) => a[0] - b[0]).map((item) => item[2]).join('');
}

/** Some PDFs write 工 with the radical sign ⼯; only those signs are replaced, so that （） and ， stay as they are. */
function modern(text: string): string {
  return text.replace(/[\u2e3a\u2e80-\u2fdf]/g, (sign) => radicals[sign] ?? sign.normalize('NFKC'));
}
