import { Refused } from '../kernel/errors.ts';
import { hasClassifiedMark } from '../plans/classified-mark.ts';
import { cleanFileName } from '../plans/file-name.ts';

/** 佐证材料: what may be handed in with a filing. */
export const EVIDENCE_LIMITS = { fileBytes: 20 * 1024 * 1024, filesPerFiling: 10 } as const;

/** Endings that are taken, with the type that the file is served as; what is inside must agree (SECURITY T9). */
export const EVIDENCE_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  txt: 'text/plain; charset=utf-8', csv: 'text/csv; charset=utf-8',
};

/** The types that can be drawn for a look at them. */
export const PREVIEWED: Readonly<Record<string, 'pdf' | 'picture'>> = { 'application/pdf': 'pdf', 'image/png': 'picture', 'image/jpeg': 'picture', 'image/webp': 'picture' };

export const canPreview = (mime: string): boolean => mime in PREVIEWED;

/** For the file chooser. */
export const ACCEPTED_EVIDENCE = Object.keys(EVIDENCE_TYPES).map((ending) => `.${ending}`).join(',');

const LEVELS = /绝密|机密|秘密/;
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/** The name is data: no folders, no dots or spaces around it, no invisible or turning characters, nothing that Windows takes for a device (SECURITY T13). */
export function evidenceName(given: string): string {
  const name = cleanFileName(given).replace(/^[. ]+|(?<![. ])[. ]+$/g, '');
  return DEVICE.test(name) ? `_${name}` : name;
}

/** The ending in small letters; empty where there is none. */
export function endingOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 1 ? '' : name.slice(dot + 1).toLowerCase();
}

/** @throws Refused by the name alone: its type is not taken, or it bears a mark of secrecy (SECURITY T30) */
export function refuseName(name: string): void {
  if (LEVELS.test(name) || hasClassifiedMark('', name)) throw evidenceRefused('classified', { name });
  if (!Object.hasOwn(EVIDENCE_TYPES, endingOf(name))) throw evidenceRefused('type', { name: name === '' ? '—' : name });
}

/** A complaint about a file stands at the field for files. */
export const evidenceRefused = (reason: string, values: Record<string, string | number>): Refused =>
  new Refused([{ key: `filings.error.evidence_${reason}`, values, field: 'files' }]);
