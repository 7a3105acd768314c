import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { actionView, pageHead, termView } from '../web/view-parts.ts';
import { importSteps } from './import-pages.ts';
import type { RunState } from './import-run.ts';
import type { ImportProgress } from './import-run-queries.ts';

const ENDED: readonly RunState[] = ['done', 'refused', 'interrupted'];
const BYTES_PER_KB = 1024;

export const isRunning = (state: RunState): boolean => !ENDED.includes(state);

/** How far a long document is; the page asks again by itself, with scripts or without. */
export function importRunPage({ t }: Viewer, { id, fileName, bytes, state, seconds, complaints }: ImportProgress): Page {
  const running = isRunning(state);
  return {
    view: 'plans/import-run',
    data: {
      title: t('plans.run.title'),
      head: pageHead(t('plans.run.title'), { kicker: { label: t('plans.import.title'), href: '/plans/import' }, summary: fileName === '' ? t('plans.draft.pasted') : fileName }),
      steps: importSteps(t, 1), running,
      state: t(`plans.run.state.${state}`),
      problems: complaints.map(({ key, values }) => t(key, values)),
      facts: { items: [termView(t('plans.run.size'), t('plans.run.kilobytes', { count: Math.ceil(bytes / BYTES_PER_KB) })), termView(t('plans.run.time'), t('plans.run.seconds', { count: seconds }))] },
      again: running ? actionView(t('plans.run.refresh'), `/plans/imports/${id}`) : actionView(t('plans.run.upload_again'), '/plans/import', { look: 'primary' }),
    },
  };
}
