/** How far the reading of a long document is. */
export const IMPORT_STAGES = ['waiting', 'parsing', 'reading', 'saving', 'done', 'refused'] as const;
export type ImportStage = (typeof IMPORT_STAGES)[number];

/** Files and texts of more bytes are read in the background; a plan of the usual fifty pages is smaller and waited for. */
export const LONG_FILE = 128 * 1024;
/** What a Word or Excel file of more bytes unpacks to is opened in the background: a small one may hold hundreds of pages. */
export const LONG_UNPACKED = 2 * 1024 * 1024;

const SILENT_MS = 15_000;

/** What is to be said of a run now: a process that was ended says nothing any more. Never stored. */
export type RunState = ImportStage | 'interrupted';

export function runState({ stage, seenAt }: { stage: string; seenAt: Date }, now: Date): RunState {
  const known = IMPORT_STAGES.find((one) => one === stage) ?? 'refused';
  const isOver = known === 'done' || known === 'refused';
  return !isOver && now.getTime() - seenAt.getTime() > SILENT_MS ? 'interrupted' : known;
}
