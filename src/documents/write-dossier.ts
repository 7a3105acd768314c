import type { Readable } from 'node:stream';
import yazl from 'yazl';
import type { Viewer } from '../kernel/viewer.ts';
import { readKept } from '../filings/evidence-store.ts';
import { csvOf } from '../web/spreadsheet.ts';
import { evidenceSheet, filePath, folderOf, logSheet } from './dossier-lists.ts';
import { coursePaper, reportsPaper } from './dossier-papers.ts';
import type { Dossier } from './dossier-queries.ts';
import { inspectionPaper } from './inspection-paper.ts';
import { wordFile } from './official-paper.ts';
import { orderPaper } from './order-paper.ts';

/** The end of the zip that is read from. */
export const readerOf = (zip: yazl.ZipFile): Readable => zip.outputStream as unknown as Readable;

/**
 * The whole dossier as one zip that is written while it is read: papers and lists first, then each file from the store, opened only
 * when its turn comes. What is missing in the store is said in the list and leaves the rest whole.
 */
export async function writeDossier(viewer: Viewer, dossier: Dossier, dataFolder: string): Promise<yazl.ZipFile> {
  const { t, now } = viewer;
  const { task, files, names } = dossier;
  const zip = new yazl.ZipFile();
  zip.on('error', (error: Error) => { readerOf(zip).destroy(error); }); // a file that breaks off ends the answer, not the server
  const papers = [['order', orderPaper(viewer, task, names.get(task.supervisorId) ?? '')], ['reports', reportsPaper(viewer, dossier)], ['course', coursePaper(viewer, dossier)], ['inspection', inspectionPaper(viewer, dossier)]] as const;
  for (const [i, [name, paper]] of papers.entries()) zip.addBuffer(await wordFile(paper), `${i + 1} ${t(`documents.file.${name}`)}.docx`, { mtime: now });
  zip.addBuffer(csvOf(evidenceSheet(viewer, files)), `5 ${t('documents.file.list')}.csv`, { mtime: now });
  zip.addBuffer(csvOf(logSheet(viewer, dossier)), `6 ${t('documents.file.log')}.csv`, { mtime: now });
  for (const file of files.filter((f) => f.kept)) {
    zip.addReadStreamLazy(filePath(folderOf(viewer, file), file), { mtime: file.uploadedAt }, (give) => { give(null, readKept(dataFolder, file.storageName)); });
  }
  zip.end();
  return zip;
}
