import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { chipView, pageHead } from '../web/view-parts.ts';
import { readContent } from './filing-digest.ts';
import { changeLines, contentView, filingHead, roundHref, roundLine } from './filing-head.ts';
import type { FilingOnPage } from './filing-on-page.ts';
import type { VersionRow } from './filing-place.ts';
import { filingHref } from './filing-words.ts';

/** One round as it was sent, and what it says differently from any other. */
export function roundPage(viewer: Viewer, page: FilingOnPage, shown: VersionRow, against: VersionRow | null): Page {
  const { t } = viewer;
  const head = filingHead(viewer, page);
  const others = (page.filing?.versions ?? []).filter((v) => v.round !== shown.round);
  const line = roundLine(viewer, page, shown);
  return {
    view: 'filings/round',
    data: {
      title: `${head.title} ${line.title}`,
      head: pageHead(`${head.title} · ${line.title}`, { kicker: { label: t('filings.round.back'), href: filingHref(page.branch.taskId, page.period, page.branch.id) }, summary: line.sent }),
      verdict: line.verdict,
      note: line.note,
      content: contentView(viewer, page, readContent(shown.content)),
      choices: { label: t('filings.round.choose'), items: others.map((v) => chipView(t('filings.round.title', { round: v.round }), `${roundHref(page, shown.round)}&with=${v.round}`, { current: v.round === against?.round })) },
      changes: against === null ? null : { title: t('filings.round.changes', { round: against.round }), same: t('filings.round.same', { round: against.round }), lines: changeLines(viewer, against, shown) },
    },
  };
}
