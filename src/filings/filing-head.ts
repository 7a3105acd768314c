import { dayOf } from '../kernel/clock.ts';
import type { Viewer } from '../kernel/viewer.ts';
import { periodWords } from '../audit/period-words.ts';
import { progressBar, type ProgressBar } from '../web/charts/progress-bar.ts';
import { pageHead, termView, type PageHead, type Tag, type Term } from '../web/view-parts.ts';
import { canPreview, endingOf, EVIDENCE_TYPES } from './evidence.ts';
import { periodFacts, type PeriodFacts } from './filing-state.ts';
import type { FilingOnPage } from './filing-on-page.ts';
import { isWaiting } from './coordination.ts';
import { coordinationTag } from './coordination-words.ts';
import { changesBetween, type Change } from './filing-changes.ts';
import { readContent, type SentContent } from './filing-digest.ts';
import type { ReasonCode } from './filing.ts';
import type { VersionRow } from './filing-place.ts';
import { filingHref, stateTag, statusTag } from './filing-words.ts';

export const stateOf = (viewer: Viewer, { branch, period, periods }: FilingOnPage): PeriodFacts => periods.find((p) => p.period === period) ?? periodFacts(branch, period, viewer.today, viewer.calendar);

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

export const roundHref = ({ branch, period }: Pick<FilingOnPage, 'branch' | 'period'>, round: number): string =>
  `${filingHref(branch.taskId, period)}/rounds/${round}?branch=${branch.id}`;

export interface ChangeLine { label: string; before: string; after: string }

/** What one round says differently from another, field by field, worded. */
export function changeLines({ t }: Viewer, before: VersionRow, after: VersionRow): ChangeLine[] {
  const worded = (field: Change['field'], value: string): string => {
    if (value === '') return t('filings.change.empty');
    if (field === 'noChange') return t('filings.change.ticked');
    if (field === 'confidence') return t(`tasks.confidence.${value}`);
    return field === 'reasonCode' ? t(`filings.reason.${value as ReasonCode}`) : value;
  };
  return changesBetween(readContent(before.content), readContent(after.content))
    .map((c) => ({ label: t(`filings.field.${c.field}`), before: worded(c.field, c.before), after: worded(c.field, c.after) }));
}

/** One round as it is listed: who sent it when, and what became of it. */
export function roundLine({ t }: Viewer, page: FilingOnPage, v: VersionRow) {
  const name = (id: number | null): string => (id === null ? '' : (page.names.get(id) ?? ''));
  return {
    title: t('filings.round.title', { round: v.round }),
    href: roundHref(page, v.round),
    sent: t('filings.round.sent', { day: dayOf(v.sentAt), writer: name(v.draftedById), signer: name(v.signedOffById) }),
    verdict: v.verdict === null || v.reviewedAt === null ? null : t(`filings.round.${v.verdict}`, { day: dayOf(v.reviewedAt), who: name(v.reviewedById) }),
    note: v.note === '' ? null : v.note,
    returned: v.verdict === 'returned',
  };
}

/** What a round says, worded; fields that are empty are left out. */
export function contentView(viewer: Viewer, page: FilingOnPage, content: SentContent): { noChange: string | null; progress: ProgressBar; terms: Term[]; files: FileLine[] } {
  const { t } = viewer;
  const reason = [content.reasonCode === null ? '' : t(`filings.reason.${content.reasonCode}`), content.reasonNote].filter((s) => s !== '').join(t('filings.reason_joint'));
  const rows: [string, string][] = [
    ['value', content.value === null ? '' : String(content.value)], ['done', content.done], ['problems', content.problems], ['reasonCode', reason],
    ['newDate', content.newDate ?? ''], ['confidence', content.confidence === null ? '' : t(`tasks.confidence.${content.confidence}`)], ['nextSteps', content.nextSteps], ['coordination', content.coordination],
  ];
  return {
    noChange: content.noChange ? t('filings.field.noChange') : null,
    progress: progressOf(page, content.progress),
    terms: rows.filter(([, text]) => text !== '').map(([name, text]) => termView(t(`filings.field.${name}`), text)),
    files: content.files.map(fileLine),
  };
}

export interface FileLine { href: string; name: string; size: string; preview: string | null }

/** A file in a list: to be fetched and, where its ending says that it can be drawn, to be looked at. */
export const fileLine = ({ id, fileName, size }: { id: number; fileName: string; size: number }): FileLine =>
  ({ href: `/evidence/${id}`, name: fileName, size: sizeWords(size), preview: canPreview(EVIDENCE_TYPES[endingOf(fileName)] ?? '') ? `/evidence/${id}/preview` : null });

const KILOBYTE = 1024;
export const sizeWords = (bytes: number): string => (bytes >= KILOBYTE * KILOBYTE ? `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`);

/** What this report, or an earlier one of the unit, asked others to settle and where that stands. */
export function coordinationLines(viewer: Viewer, { branch, period }: FilingOnPage) {
  const asked = branch.filings.filter((f) => f.period <= period).flatMap((f) => f.coordinations.map((c) => ({ ...c, here: f.period === period })));
  return asked.filter((c) => c.here || isWaiting(c.status) || c.status === 'answered')
    .map((c) => ({ href: `/coordination/${c.id}`, matter: c.matter, tag: coordinationTag(viewer, c) }));
}

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
