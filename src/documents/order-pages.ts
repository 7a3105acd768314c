import type { Viewer } from '../kernel/viewer.ts';
import type { TaskDetail } from '../tasks/task-queries.ts';
import type { Page } from '../web/answer.ts';
import { actionView, pageHead } from '../web/view-parts.ts';
import { orderLines } from './order-paper.ts';

/** The 交办单 on the screen and, printed, on paper (R2). */
export function orderPage(viewer: Viewer, task: TaskDetail, supervisor: string): Page {
  const { t } = viewer;
  const title = t('documents.order.title');
  return {
    view: 'documents/order',
    data: {
      title: `${title} ${task.number ?? ''}`,
      head: pageHead(task.title, {
        kicker: { label: task.number ?? '', href: `/tasks/${task.id}` }, summary: title,
        actions: [actionView(t('documents.act.word'), `/tasks/${task.id}/order.docx`, { icon: 'download', look: 'primary' }), actionView(t('documents.act.dossier'), `/tasks/${task.id}/dossier.zip`, { icon: 'file' })],
      }),
      lines: orderLines(viewer, task, supervisor),
    },
  };
}
