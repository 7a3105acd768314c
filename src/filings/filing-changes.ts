import { TEXT_FIELDS, type FilingText } from './filing.ts';
import type { SentContent } from './filing-digest.ts';

export interface Change {
  field: (typeof TEXT_FIELDS)[number] | 'files';
  before: string;
  after: string;
}

const shown = (value: FilingText[keyof FilingText]): string => (value === null ? '' : typeof value === 'boolean' ? (value ? '1' : '') : String(value));

/** What one round says differently from the one before, files by their content. */
export function changesBetween(before: SentContent, after: SentContent): Change[] {
  const words = TEXT_FIELDS.filter((name) => before[name] !== after[name]).map((field) => ({ field, before: shown(before[field]), after: shown(after[field]) }));
  const names = (content: SentContent, other: SentContent): string =>
    content.files.filter((f) => !other.files.some((o) => o.sha256 === f.sha256)).map((f) => f.fileName).join('\n');
  const gone = names(before, after);
  const come = names(after, before);
  return gone === '' && come === '' ? words : [...words, { field: 'files' as const, before: gone, after: come }];
}
