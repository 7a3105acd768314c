import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import type { Rejected } from '../web/forms.ts';
import { emptyView } from '../web/view-parts.ts';
import { textOf } from './filing.ts';
import { contentView, filingHead, lastSent, neighbours, roundLine, scopeWords } from './filing-head.ts';
import { whyNotFiling } from './filing-policy.ts';
import type { FilingOnPage } from './filing-on-page.ts';

/** A filing to be read: by the unit once it is on its way, by everybody else once it was sent. */
export function readingPage(viewer: Viewer, page: FilingOnPage, rejected: Rejected | null): Page {
  const { t, actor } = viewer;
  const { filing } = page;
  const own = page.branch.unitId === actor.unitId;
  // Others read the round that was sent, not what the unit is making of it.
  const content = own && filing !== null ? { ...textOf(filing), files: filing.evidence } : lastSent(page);
  const head = filingHead(viewer, page);
  return {
    view: 'filings/show',
    data: {
      title: head.title,
      head,
      refused: (rejected?.complaints ?? []).map((c) => t(c.key, c.values)),
      scope: scopeWords(viewer, page),
      waits: own ? waitsFor(viewer, page) : null,
      content: content === null ? null : contentView(viewer, page, content),
      empty: emptyView('file', t('filings.page.nothing'), t('filings.page.nothing_hint')),
      rounds: (filing?.versions ?? []).map((v) => roundLine(viewer, page, v)).reverse(),
      ...neighbours(viewer, page),
    },
  };
}

/** Why the unit itself cannot write now, or who has it. */
function waitsFor({ t, actor, today }: Viewer, { facts }: FilingOnPage): string | null {
  if (facts.stage === 'signoff' || facts.stage === 'submitted' || facts.stage === 'accepted') return t(`filings.waits.${facts.stage}`);
  const act = facts.stage === 'blank' ? 'start' : 'save';
  const key = whyNotFiling(actor, act, facts, today);
  return key === null ? null : t(key);
}
