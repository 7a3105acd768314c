import type { Viewer } from '../kernel/viewer.ts';
import { periodWords } from '../audit/period-words.ts';
import type { Page } from '../web/answer.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { actionView, emptyView, pageHead } from '../web/view-parts.ts';
import type { FilingInReview } from './filing-queries.ts';
import type { OwedFiling } from './owed-filings.ts';
import { stateTag, statusTag } from './filing-words.ts';

/** What waits for the supervisors' review, the longest waiting first. */
export function reviewQueuePage({ t }: Viewer, rows: FilingInReview[], total: number, page: number): Page {
  return {
    view: 'filings/queue',
    data: {
      title: t('filings.queue.title'),
      head: pageHead(t('filings.queue.title'), { summary: t('filings.queue.summary', { count: total }), actions: [actionView(t('coordinations.list.title'), '/coordination', { icon: 'link' })] }),
      rows: rows.map((row) => ({
        ...row, period: periodWords(t, row.period), role: t(`filings.role.${row.role}`), round: row.round > 1 ? t('filings.queue.round', { round: row.round }) : null,
        waits: t('filings.queue.days', { days: row.waitingDays }), percent: t('filings.page.percent', { percent: row.progress }),
        action: actionView(t('filings.queue.review'), row.href, { look: 'outline-primary', whyNot: row.own ? t('filings.why_not.other_person') : null }),
      })),
      paging: paging(total, page, '/reviews', PAGE_SIZE),
      empty: emptyView('check', t('filings.queue.empty'), t('filings.queue.empty_hint')),
    },
  };
}

/** What the person's unit owes, the earliest due first. */
export function owedPage({ t, actor }: Viewer, rows: OwedFiling[], page: number): Page {
  const here = rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE);
  return {
    view: 'filings/owed',
    data: {
      title: t('filings.owed.title'),
      head: pageHead(t('filings.owed.title'), { summary: t('filings.owed.summary', { count: rows.length, unit: actor.unitName }), actions: [actionView(t('coordinations.list.title'), '/coordination', { icon: 'link' })] }),
      rows: here.map((row) => ({
        number: row.number, title: row.title, href: row.href, taskHref: `/tasks/${row.taskId}`, period: periodWords(t, row.period), role: t(`filings.role.${row.role}`),
        dueOn: row.dueOn, state: stateTag(t, row), status: row.stage === 'blank' || row.stage === row.state ? null : statusTag(t, row.stage),
        action: actionView(t(`filings.owed.act_${row.holder === 'head' ? (actor.role === 'head' ? 'sign' : 'look') : 'write'}`), row.href, { look: 'outline-primary' }),
      })),
      paging: paging(rows.length, page, '/filings', PAGE_SIZE),
      empty: emptyView('check', t('filings.owed.empty'), t('filings.owed.empty_hint')),
    },
  };
}
