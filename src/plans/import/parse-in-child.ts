import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readPdfPages } from './read-pdf.ts';
import { runChild } from './run-child.ts';

export type ParsedFormat = 'docx' | 'xlsx' | 'pdf' | 'html';
export type ParsedText = { text: string } | { problem: string; values?: Record<string, string | number> };

const PARSER = fileURLToPath(new URL('./parse-child.ts', import.meta.url));
const PDF_PARSER = fileURLToPath(new URL('./pdf-items.mjs', import.meta.url));
const refusal = z.object({ problem: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])).default({}) });
const answer = z.union([refusal, z.object({ text: z.string() })]);
const pdfAnswer = z.union([refusal, z.object({ pages: z.array(z.array(z.tuple([z.number(), z.number(), z.string()]))) })]);

/** Parses a document with a library in a process of its own; what comes back is checked like any other input. */
export async function parseInChild(bytes: Uint8Array, format: ParsedFormat): Promise<ParsedText> {
  const result = await runChild(format === 'pdf' ? [PDF_PARSER] : ['--import', 'tsx', PARSER, format], bytes);
  if ('ended' in result) return result.ended === 'died' ? { problem: 'unreadable' } : { problem: 'bomb', values: { reason: result.ended } };
  const said: unknown = JSON.parse(result.output);
  if (format !== 'pdf') return answer.parse(said);
  const pdf = pdfAnswer.parse(said);
  return 'pages' in pdf ? { text: readPdfPages(pdf.pages) } : pdf;
}
