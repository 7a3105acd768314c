import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Page } from '../web/answer.ts';
import type { Rejected } from '../web/forms.ts';
import { PAGE_SIZE, paging } from '../web/paging.ts';
import { chipView, emptyView, pageHead, tagView, termView, type Tag } from '../web/view-parts.ts';
import { findingTermEnds } from './finding-policy.ts';
import { findingActs, findingTags, findingTold, type RejectedFinding } from './finding-view.ts';
import { forecastWords } from './own-forecast.ts';
import { problemTag } from './problem-words.ts';
import { hrefWith } from './slip-filter.ts';
import { supervisionTabs } from './supervision-tabs.ts';
import { filesView } from './verification-files.ts';
import { VERDICTS } from './verification.ts';
import type { VerificationDetail, VerificationFilter, VerificationLine } from './verification-queries.ts';

const TONES: Record<string, Tag['tone']> = { true: 'ok', mostly_true: 'ok', partly_true: 'warn', untrue: 'bad', unverifiable: 'neutral' };
export const verdictTag = ({ t }: Viewer, verdict: string): Tag => tagView(t(`supervision.verdict.${verdict}`), TONES[verdict] ?? 'neutral');

/** A step or an upload that was refused on the page. */
export type RejectedOnPage = RejectedFinding | Rejected;

/** What was found, beside what the unit had reported. */
export function verificationPage(viewer: Viewer, found: VerificationDetail, rejected: RejectedOnPage | null): Page {
  const { t } = viewer;
  return {
    view: 'supervision/verification',
    data: {
      title: found.number,
      head: pageHead(t('supervision.verification.title', { number: found.number }), {
        kicker: { label: `${found.task.number ?? ''} ${found.task.title}`, href: `/tasks/${String(found.taskId)}` }, tags: [verdictTag(viewer, found.verdict), ...findingTags(viewer, found)],
      }),
      facts: { items: factTerms(viewer, found) },
      finding: found.finding,
      told: findingTold(viewer, found),
      ...findingActs(viewer, found, rejected !== null && 'act' in rejected ? rejected : null),
      files: filesView(viewer, found, rejected !== null && !('act' in rejected) ? rejected : null),
      problems: found.problems.map((p) => ({ href: `/problems/${String(p.id)}`, number: p.number, description: p.description, dueOn: p.dueOn, status: problemTag(viewer, p) })),
    },
  };
}

function factTerms(viewer: Viewer, found: VerificationDetail) {
  const { t, calendar } = viewer;
  return [
    termView(t('supervision.field.unit'), found.unit.shortName),
    termView(t('supervision.field.method'), t(`supervision.method.${found.method}`)),
    termView(t('supervision.field.visitedOn'), found.visitedOn),
    termView(t('supervision.field.place'), found.place),
    termView(t('supervision.field.people'), found.people),
    termView(t('supervision.field.progress'), t('supervision.verification.progress', { found: found.foundProgress, reported: found.reportedProgress })),
    termView(t('supervision.field.forecast'), forecastWords(viewer, found.forecast)),
    ...(found.confidence === null ? [] : [termView(t('supervision.field.confidence'), t(`tasks.confidence.${found.confidence}`))]),
    termView(t('supervision.finding.until'), findingTermEnds(found, calendar)),
    ...(found.sample === null ? [] : [termView(t('supervision.field.sample'), found.sample.number, { href: `/supervision/samples/${String(found.sample.id)}` })]),
    ...(found.capReason === null ? [] : [termView(t('supervision.field.visitCapReason'), found.capReason)]),
    termView(t('supervision.field.recorded'), `${found.names.get(found.recordedById) ?? ''} ${dayOf(found.recordedAt)}`),
  ];
}

const hrefTo = (filter: Partial<VerificationFilter>): string => hrefWith('/supervision/verifications', { ...filter });

export function verificationListPage(viewer: Viewer, filter: VerificationFilter, { lines, total, unit }: { lines: VerificationLine[]; total: number; unit: string | null }): Page {
  const { t } = viewer;
  const removable = (label: string | null, name: 'unit' | 'month') => (label === null ? [] : [chipView(label, hrefTo({ ...filter, page: 1, [name]: null }), { removable: true })]);
  return {
    view: 'supervision/verifications',
    data: {
      title: t('supervision.verifications.title'),
      head: pageHead(t('supervision.verifications.title'), { summary: t('supervision.count', { count: total }) }),
      tabs: supervisionTabs(viewer, 'verifications'),
      chips: {
        label: t('tasks.filter.set'),
        items: [
          ...VERDICTS.map((verdict) => chipView(t(`supervision.verdict.${verdict}`), hrefTo({ ...filter, page: 1, verdict: filter.verdict === verdict ? null : verdict }), { current: filter.verdict === verdict })),
          ...removable(unit, 'unit'), ...removable(filter.month, 'month'),
        ],
      },
      rows: lines.map((line) => lineView(viewer, line)),
      paging: paging(total, filter.page, hrefTo(filter), PAGE_SIZE),
      empty: emptyView('eye', t('supervision.verifications.empty'), t('supervision.verifications.empty_hint')),
    },
  };
}

const lineView = (viewer: Viewer, line: VerificationLine) => ({
  href: `/verifications/${String(line.id)}`, number: line.number, unit: line.unit.shortName, method: viewer.t(`supervision.method.${line.method}`),
  taskHref: `/tasks/${String(line.taskId)}`, taskTitle: line.task.title, taskNumber: line.task.number ?? '', visitedOn: line.visitedOn, tags: [verdictTag(viewer, line.verdict), ...findingTags(viewer, line)],
  confidence: line.confidence === null ? null : viewer.t('supervision.verification.confidence', { confidence: viewer.t(`tasks.confidence.${line.confidence}`) }),
  progress: viewer.t('supervision.verification.progress', { found: line.foundProgress, reported: line.reportedProgress }), problems: line._count.problems,
});
