import { dayOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { CHECKLIST } from './filing.ts';
import { changeLines, contentView, coordinationLines, filingHead, lastSent, neighbours, roundLine, scopeWords } from './filing-head.ts';
import { whyNotFiling } from './filing-policy.ts';
import type { FilingOnPage } from './filing-on-page.ts';

/** The round that waits for the supervisor, what it changed, the checklist and the two answers in one form. */
export function reviewPage(viewer: Viewer, page: FilingOnPage, rejected: Rejected | null): Page {
  const { t } = viewer;
  const head = filingHead(viewer, page);
  const content = lastSent(page);
  const versions = page.filing?.versions ?? [];
  return {
    view: 'filings/review',
    data: {
      title: head.title,
      head,
      scope: scopeWords(viewer, page),
      waiting: waitingWords(viewer, page),
      content: content === null ? null : contentView(viewer, page, content),
      changes: changesInLast(viewer, page),
      lastPeriod: page.measures.last === null ? null : { progress: t('filings.page.percent', { percent: page.measures.last.progress }), done: page.measures.last.done },
      standard: page.branch.task.standard,
      review: reviewForm(viewer, page, rejected),
      coordinations: coordinationLines(viewer, page),
      rounds: versions.map((v) => roundLine(viewer, page, v)).reverse(),
      ...neighbours(viewer, page),
    },
  };
}

function waitingWords({ t, today, calendar }: Viewer, { filing }: FilingOnPage): string | null {
  if (filing?.sentAt == null) return null;
  const sentOn = dayOf(filing.sentAt);
  return t('filings.review.waiting', { day: sentOn, days: workingDaysBetween(sentOn, today, calendar) });
}

function reviewForm({ t, actor, today }: Viewer, page: FilingOnPage, rejected: Rejected | null) {
  const { branch, period, filing, facts } = page;
  const key = whyNotFiling(actor, 'accept', facts, today);
  const complaint = rejected?.complaints.find((c) => c.field === 'checks');
  return {
    form: formView(t, `/tasks/${branch.taskId}/filings/${period}/review`, filing?.version ?? 0, rejected),
    whyNot: key === null ? null : t(key),
    branch: String(branch.id),
    version: String(filing?.version ?? 0),
    digest: filing?.versions.at(-1)?.digest ?? '',
    error: complaint === undefined ? null : t(complaint.key),
    checks: CHECKLIST.map((name) => ({ id: `check-${name}`, name: `check_${name}`, label: t(`filings.check.${name}`), checked: rejected?.typed[`check_${name}`] === '1' })),
    reason: fieldView(t, { name: 'reason', label: t('filings.review.reason'), hint: t('filings.review.reason_hint'), kind: 'area', rows: 3 }, rejected),
  };
}

/** What the round says differently from the one that was returned. */
function changesInLast(viewer: Viewer, { filing }: FilingOnPage) {
  const [before, after] = (filing?.versions ?? []).slice(-2);
  if (before === undefined || after === undefined) return null;
  const lines = changeLines(viewer, before, after);
  return { returned: before.note, lines, none: lines.length === 0 };
}
