import { decodeText } from './decode-text.ts';
import { parseInChild, type ParsedText } from './parse-in-child.ts';
import { LARGEST_FILE, LONGEST_TEXT, problem } from './problems.ts';
import { readMarkdown } from './read-markdown.ts';
import { sniffFormat } from './sniff-format.ts';
import type { ReadDocument, SourceDocument } from './source-document.ts';

const BYTES_PER_MB = 1024 * 1024;

/** Turns the bytes of a file into text. Never throws for what is in the file: it says in `problems` what is wrong with it. */
export async function readDocument(bytes: Uint8Array, fileName: string): Promise<ReadDocument> {
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > LARGEST_FILE) return refused('too_large', { max: LARGEST_FILE / BYTES_PER_MB });
  const sniffed = await sniffFormat(bytes, fileName);
  if ('problem' in sniffed) return refused(sniffed.problem, sniffed.values);
  const { format } = sniffed;
  if (format === 'docx' || format === 'xlsx' || format === 'pdf') return checked(await parseInChild(bytes, format), format, null);
  const decoded = decodeText(bytes);
  if ('problem' in decoded) return refused(decoded.problem);
  const { text, encoding } = decoded;
  if (format === 'html') return checked(await parseInChild(new TextEncoder().encode(text), 'html'), format, encoding);
  return checked({ text: format === 'md' ? readMarkdown(text) : text }, format, encoding);
}

function checked(parsed: ParsedText, format: SourceDocument['format'], encoding: string | null): ReadDocument {
  if ('problem' in parsed) return refused(parsed.problem, parsed.values);
  if (parsed.text.trim() === '') return refused(format === 'pdf' ? 'no_text_layer' : 'empty');
  if (parsed.text.length > LONGEST_TEXT) return refused('too_long', { max: LONGEST_TEXT });
  return { document: { text: parsed.text, format, encoding }, problems: [] };
}

function refused(code: string, values: Record<string, string | number> = {}): ReadDocument {
  return { document: null, problems: [problem('error', code, values)] };
}
