import { fileURLToPath } from 'node:url';
import { readPdfPages } from './read-pdf.ts';
import { runChild, typescript } from './run-child.ts';

export type ParsedFormat = 'docx' | 'xlsx' | 'pdf' | 'html';
export type ParsedText = { text: string } | { problem: string; values?: Record<string, string | number> };

/** Each loads its own library and nothing else. */
const PARSERS = { docx: './parse-docx-child.ts', xlsx: './parse-xlsx-child.ts', html: './parse-html-child.ts' } as const;
/** What opens Word files, which is what plans mostly come as. */
export const WORD_PARSER = typescript(new URL(PARSERS.docx, import.meta.url));
const PDF_PARSER = fileURLToPath(new URL('./pdf-items.mjs', import.meta.url));

/** Parses a document with a library in a process of its own; what comes back is checked like any other input. */
export async function parseInChild(bytes: Uint8Array, format: ParsedFormat): Promise<ParsedText> {
  const result = await runChild(format === 'pdf' ? [PDF_PARSER] : typescript(new URL(PARSERS[format], import.meta.url)), bytes);
  if ('ended' in result) return result.ended === 'died' ? { problem: 'unreadable' } : { problem: 'bomb', values: { reason: result.ended } };
  const said: unknown = JSON.parse(result.output);
  if (isRefusal(said)) return { problem: said.problem, values: said.values ?? {} };
  if (format === 'pdf' && hasPages(said)) return { text: readPdfPages(said.pages) };
  if (format !== 'pdf' && isObject(said) && typeof said['text'] === 'string') return { text: said['text'] };
  throw new Error(`the parser of ${format} answered something else`);
}

// Checked by hand: reading plain text comes through here too, and the library of our forms takes longer to load than a plan to read.

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isRefusal = (said: unknown): said is { problem: string; values?: Record<string, string | number> } =>
  isObject(said) && typeof said['problem'] === 'string' && (said['values'] === undefined || (isObject(said['values']) && Object.values(said['values']).every((one) => typeof one === 'string' || typeof one === 'number')));

const hasPages = (said: unknown): said is { pages: [number, number, string][][] } =>
  isObject(said) && Array.isArray(said['pages']) && said['pages'].every((page) => Array.isArray(page) && page.every(isItem));

const isItem = (item: unknown): boolean => Array.isArray(item) && item.length === 3 && typeof item[0] === 'number' && typeof item[1] === 'number' && typeof item[2] === 'string';
