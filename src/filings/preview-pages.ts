import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { actionView, pageHead } from '../web/view-parts.ts';
import type { Preview } from './preview-evidence.ts';
import { filingHref } from './filing-words.ts';

export interface PreviewedFile { id: number; fileName: string; filing: { taskId: number; period: string; assignmentId: number } }

/** One page of a file as a picture of it, or a sentence that says why it cannot be shown; the file itself is one click away. */
export function previewPage({ t }: Viewer, { id, fileName, filing }: PreviewedFile, preview: Preview, page: number): Page {
  const href = (n: number): string => `/evidence/${String(id)}/preview?page=${String(n)}`;
  const pages = 'pages' in preview ? preview.pages : 0;
  return {
    view: 'filings/preview',
    data: {
      title: fileName,
      head: pageHead(fileName, {
        kicker: { label: t('filings.preview.back'), href: filingHref(filing.taskId, filing.period, filing.assignmentId) },
        summary: t(pages > 1 ? 'filings.preview.page' : 'filings.preview.whole', { page, pages }), actions: [actionView(t('filings.preview.download'), `/evidence/${String(id)}`, { icon: 'download' })],
      }),
      problem: 'problem' in preview ? t(`filings.preview.${preview.problem}`) : null,
      picture: 'png' in preview ? `/evidence/${String(id)}/drawing?page=${String(page)}` : null,
      alt: t('filings.preview.alt', { name: fileName, page }),
      before: page > 1 ? href(page - 1) : null,
      after: page < pages ? href(page + 1) : null,
    },
  };
}
