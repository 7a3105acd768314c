import type { Viewer } from '../kernel/viewer.ts';
import { dayOf, timeOf } from '../kernel/clock.ts';
import { eventSentence } from '../audit/event-sentence.ts';
import { periodWords } from '../audit/period-words.ts';
import type { Sheet } from '../web/spreadsheet.ts';
import type { Dossier, DossierFile } from './dossier-queries.ts';

const NOT_IN_A_NAME = /[\\/:*?"<>|\p{Cc}\p{Cf}]/gu;
const LONGEST_NAME = 80;

/** A part of a path inside the dossier: nothing that a system takes for a folder, a device or a command; the ending stays. */
export function safePart(name: string): string {
  const clean = name.replace(NOT_IN_A_NAME, '_').replace(/^[. ]+/, '');
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - ending.length);
  const short = `${stem.slice(0, LONGEST_NAME)}${ending}`;
  // Windows drops dots and spaces at the end.
  return short.replace(/(?<![. ])[. ]+$/, '') || '_';
}

/** Where a file lies in the dossier; its number keeps two of one name apart. */
export const filePath = (folder: string, file: Pick<DossierFile, 'id' | 'fileName' | 'of' | 'unit'>): string =>
  `${folder}/${safePart(`${file.of} ${file.unit}`)}/${file.id}-${safePart(file.fileName)}`;

/** The folder in which the files of reports, or those of verifications, lie. */
export const folderOf = ({ t }: Pick<Viewer, 't'>, { kind }: Pick<DossierFile, 'kind'>): string => t(`documents.file.${kind === 'report' ? 'evidence' : 'verification'}`);

/** The list of evidence: what each file is, and its digest, so that anybody can prove it is the one that was handed in. */
export function evidenceSheet(viewer: Viewer, files: readonly DossierFile[]): Sheet {
  const { t } = viewer;
  const columns = ['period', 'unit', 'name', 'size', 'sha256', 'uploaded', 'place'].map((name) => ({ heading: t(`documents.evidence.${name}`), width: 20 }));
  return {
    title: t('documents.evidence.title'), columns,
    rows: files.map((f) => [f.kind === 'report' ? periodWords(t, f.of) : f.of, f.unit, f.fileName, f.size, f.sha256, dayOf(f.uploadedAt), f.kept ? filePath(folderOf(viewer, f), f) : t('documents.evidence.missing')]),
  };
}

/** The task's part of the audit log, oldest first, with the number under which the whole log proves it. */
export function logSheet({ t }: Viewer, { events }: Dossier): Sheet {
  const columns = ['seq', 'day', 'time', 'who', 'what', 'data'].map((name) => ({ heading: t(`documents.log.${name}`), width: 20 }));
  return { title: t('documents.log.title'), columns, rows: events.toReversed().map((e) => [e.seq, dayOf(e.at), timeOf(e.at), e.actorName, eventSentence(t, e), JSON.stringify(e.data)]) };
}
