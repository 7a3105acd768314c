import { dayOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { progressBar, type ProgressBar } from '../web/charts/progress-bar.ts';
import { pageHead, termView, type PageHead, type Tag, type Term } from '../web/view-parts.ts';
import { periodFacts, type PeriodFacts } from './filing-state.ts';
import type { FilingOnPage } from './filing-on-page.ts';
import { readContent, type SentContent } from './filing-digest.ts';
import type { VersionRow } from './filing-place.ts';
import { filingHref, periodWords, stateTag, statusTag } from './filing-words.ts';

export const stateOf = (viewer: Viewer, { branch, period }: FilingOnPage): PeriodFacts => periodFacts(branch, period, viewer.today, viewer.calendar);

/** What all pages of a filing have at their top: which task, which unit, which period, when it is due. */
export function filingHead(viewer: Viewer, page: FilingOnPage): PageHead {
  const { t, actor } = viewer;
  const { branch, period, filing } = page;
  const state = stateOf(viewer, page);
  const own = branch.unitId === actor.unitId;
  const seesStage = filing !== null && (own || filing.round > 0);
  const tags: Tag[] = [stateTag(t, state), ...(seesStage ? [statusTag(t, filing.status)] : [])];
  const values = { unit: branch.unit.shortName, role: t(`filings.role.${branch.role}`), due: state.dueOn, from: state.from, to: state.to };
  return pageHead(t('filings.page.title', { period: periodWords(t, period) }), {
    kicker: { label: `${branch.task.number ?? ''} ${branch.task.title}`, href: `/tasks/${branch.taskId}` },
    tags, summary: t(state.dueOn === state.originalDueOn ? 'filings.page.summary' : 'filings.page.summary_returned', { ...values, original: state.originalDueOn }),
  });
}

/** R7: only the lead reports the whole; everybody else is told so. */
export const scopeWords = ({ t }: Viewer, { branch }: FilingOnPage): string =>
  t(branch.role === 'lead' ? (branch.unit.kind === 'district' ? 'filings.scope.district' : 'filings.scope.lead') : 'filings.scope.branch');

export const progressOf = (page: FilingOnPage, progress: number): ProgressBar => progressBar(progress, page.measures.expected);

/** One round as it is listed: who sent it when, and what became of it. */
export function roundLine({ t }: Viewer, page: FilingOnPage, v: VersionRow) {
  const name = (id: number | null): string => (id === null ? '' : (page.names.get(id) ?? ''));
  return {
    title: t('filings.round.title', { round: v.round }),
    sent: t('filings.round.sent', { day: dayOf(v.sentAt), writer: name(v.draftedById), signer: name(v.signedOffById) }),
    verdict: v.verdict === null || v.reviewedAt === null ? null : t(`filings.round.${v.verdict}`, { day: dayOf(v.reviewedAt), who: name(v.reviewedById) }),
    note: v.note === '' ? null : v.note,
    returned: v.verdict === 'returned',
  };
}

/** What a round says, worded; fields that are empty are left out. */
export function contentView(viewer: Viewer, page: FilingOnPage, content: SentContent): { noChange: string | null; progress: ProgressBar; terms: Term[]; files: { href: string; name: string; size: string }[] } {
  const { t } = viewer;
  const reason = [content.reasonCode === null ? '' : t(`filings.reason.${content.reasonCode}`), content.reasonNote].filter((s) => s !== '').join(t('filings.reason_joint'));
  const rows: [string, string][] = [
    ['value', content.value === null ? '' : String(content.value)], ['done', content.done], ['problems', content.problems], ['reasonCode', reason],
    ['newDate', content.newDate ?? ''], ['nextSteps', content.nextSteps], ['coordination', content.coordination],
  ];
  return {
    noChange: content.noChange ? t('filings.field.noChange') : null,
    progress: progressOf(page, content.progress),
    terms: rows.filter(([, text]) => text !== '').map(([name, text]) => termView(t(`filings.field.${name}`), text)),
    files: content.files.map((f) => ({ href: `/evidence/${f.id}`, name: f.fileName, size: sizeWords(f.size) })),
  };
}

const KILOBYTE = 1024;
export const sizeWords = (bytes: number): string => (bytes >= KILOBYTE * KILOBYTE ? `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / KILOBYTE))} kB`);

/** The words of the round that was sent last; null where nothing was. */
export function lastSent(page: FilingOnPage): SentContent | null {
  const version = page.filing?.versions.at(-1);
  return version === undefined ? null : readContent(version.content);
}

/** The neighbours in time, to leaf through. */
export function neighbours({ t }: Viewer, page: FilingOnPage) {
  const at = page.periods.findIndex((p) => p.period === page.period);
  const link = (p: PeriodFacts | undefined) => (p === undefined ? null : { label: periodWords(t, p.period), href: filingHref(page.branch.taskId, p.period, page.branch.id) });
  return { before: link(page.periods[at - 1]), after: at === -1 ? null : link(page.periods[at + 1]) };
}
