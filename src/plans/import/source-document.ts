import type { Problem } from './plan-reading.ts';

/** A document as text; offsets of a reading refer to this text. */
export interface SourceDocument {
  text: string;
  format: 'txt' | 'md' | 'docx' | 'html' | 'pdf' | 'xlsx' | 'pasted';
  /** Null where the format says itself what its characters are. */
  encoding: string | null;
}

export interface ReadDocument {
  document: SourceDocument | null;
  problems: Problem[];
}

/** What kind of document some bytes are, or why they can't be read. */
export type Sniffed =
  | { format: SourceDocument['format'] }
  | { problem: string; values?: Record<string, string | number> };
