import type { Viewer } from '../kernel/viewer.ts';
import type { Page } from '../web/answer.ts';
import { fieldView, formView, type Rejected } from '../web/forms.ts';
import { confirmView, emptyView, type Confirm } from '../web/view-parts.ts';
import { textOf } from './filing.ts';
import { contentView, coordinationLines, filingHead, lastSent, neighbours, roundLine, scopeWords } from './filing-head.ts';
import { canFile, whyNotFiling } from './filing-policy.ts';
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
      leadReturn: leadReturn(viewer, page, rejected),
      coordinations: coordinationLines(viewer, page),
      content: content === null ? null : contentView(viewer, page, content),
      empty: emptyView('file', t('filings.page.nothing'), t('filings.page.nothing_hint')),
      rounds: (filing?.versions ?? []).map((v) => roundLine(viewer, page, v)).reverse(),
      ...neighbours(viewer, page),
    },
  };
}

/** The lead's way to send a supporting unit's report back; shown where it is theirs to do. */
function leadReturn({ t, actor, today }: Viewer, { branch, period, filing, facts }: FilingOnPage, rejected: Rejected | null): Confirm | null {
  if (!canFile(actor, 'lead_return', facts, today)) return null;
  const reason = fieldView(t, { name: 'reason', label: t('filings.lead_return.reason'), kind: 'area', rows: 3, required: true }, rejected);
  const hidden = { branch: branch.id, version: filing?.version ?? 0, digest: filing?.versions.at(-1)?.digest ?? '' };
  return confirmView(t('filings.lead_return.label'), t('filings.lead_return.consequence'), t('filings.lead_return.button'), formView(t, `/tasks/${branch.taskId}/filings/${period}/lead-return`, null, rejected), {
    danger: true, hidden: Object.entries(hidden).map(([name, value]) => ({ name, value: String(value) })), fields: [reason],
  });
}

/** Why the unit itself cannot write now, or who has it. */
function waitsFor({ t, actor, today }: Viewer, { facts }: FilingOnPage): string | null {
  if (facts.stage === 'signoff' || facts.stage === 'submitted' || facts.stage === 'accepted') return t(`filings.waits.${facts.stage}`);
  const act = facts.stage === 'blank' ? 'start' : 'save';
  const key = whyNotFiling(actor, act, facts, today);
  return key === null ? null : t(key);
}
