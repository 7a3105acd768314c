import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import { periodWords } from '../audit/period-words.ts';
import type { Dossier, Round } from './dossier-queries.ts';
import type { Block, Paper } from './official-paper.ts';

const heading = (text: string): Block => ({ kind: 'heading', text });
const subheading = (text: string): Block => ({ kind: 'subheading', text });
const text = (words: string): Block[] => (words.trim() === '' ? [] : [{ kind: 'text', text: words }]);

/** Every report as it was sent, round by round, with its review (R8). */
export function reportsPaper(viewer: Viewer, { task, rounds }: Dossier): Paper {
  const { t } = viewer;
  return { title: t('documents.reports.title'), number: task.number, blocks: rounds.length === 0 ? text(t('documents.reports.none')) : rounds.flatMap((round) => roundBlocks(viewer, round)) };
}

function roundBlocks({ t }: Viewer, { content, ...round }: Round): Block[] {
  const field = (name: string, words: string): Block[] => (words.trim() === '' ? [] : text(t('documents.field', { label: t(`filings.field.${name}`), text: words })));
  return [
    heading(t('documents.reports.round', { period: periodWords(t, round.period), unit: round.unit, round: round.round })),
    ...text(t('documents.reports.sent', { day: dayOf(round.sentAt), writer: round.writer, signer: round.signer })),
    ...(content.noChange ? text(t('filings.field.noChange')) : []),
    ...field('progress', String(content.progress)), ...field('value', content.value === null ? '' : String(content.value)), ...field('done', content.done), ...field('problems', content.problems),
    ...field('reasonCode', [content.reasonCode === null ? '' : t(`filings.reason.${content.reasonCode}`), content.reasonNote].filter((s) => s !== '').join(' ')),
    ...field('newDate', content.newDate ?? ''), ...field('confidence', content.confidence === null ? '' : t(`tasks.confidence.${content.confidence}`)), ...field('nextSteps', content.nextSteps), ...field('coordination', content.coordination),
    ...content.files.flatMap((f) => text(t('documents.reports.file', { name: f.fileName, sha256: f.sha256 }))),
    ...text(t('documents.reports.digest', { digest: round.digest })),
    ...(round.verdict === null || round.reviewedAt === null ? [] : text(t(`documents.reports.${round.verdict}`, { day: dayOf(round.reviewedAt), who: round.reviewer }))),
    ...text(round.note),
  ];
}

/** Slips with their replies, applications for more time, explanations of what is late, phases, suspensions and the closing. */
export function coursePaper({ t }: Viewer, { task, slips, names }: Dossier): Paper {
  const name = (id: number | null): string => (id === null ? '' : names.get(id) ?? '');
  const day = (at: Date | null): string => (at === null ? '' : dayOf(at));
  const blocks = [
    ...slips.flatMap((s) => [subheading(t('documents.course.slip', { kind: t(`supervision.kind.${s.kind}`), number: s.number, unit: s.unit, day: dayOf(s.issuedAt), due: s.replyDueOn })), ...text(s.reason), ...text(s.requirement), ...(s.reply === null ? [] : text(t('documents.course.reply', { day: day(s.repliedAt), reply: s.reply })))]),
    ...task.extensions.toReversed().flatMap((e) => [subheading(t('documents.course.extension', { from: e.fromDeadline, to: e.toDeadline, status: t(`tasks.extension.${e.status}`), day: dayOf(e.askedAt), who: name(e.askedById) })), ...text(e.reason), ...text(e.progressNote), ...text(e.decisionReason ?? '')]),
    ...task.explanations.flatMap((e) => [
      subheading(t('documents.course.explanation', { day: dayOf(e.explainedAt), who: name(e.explainedById), by: e.madeGoodBy })), ...text(e.reason), ...text(e.measures),
      ...(e.answeredAt === null ? [] : text(t('tasks.explanation.answered', { day: dayOf(e.answeredAt), who: name(e.answeredById), by: e.rectifyBy ?? '' }))), ...text(e.answer),
    ]),
    ...task.phases.flatMap((p) => [subheading(t('tasks.phase.title', { ordinal: p.ordinal, title: p.title })), ...text(p.standard), ...text(t('tasks.phase.next', { day: p.nextDueOn, requirement: p.nextRequirement }))]),
    ...task.suspensions.toReversed().flatMap((s) => [subheading(t('documents.course.suspension', { from: s.suspendedOn, to: s.resumedOn ?? '—', days: s.daysAdded })), ...text(s.reason)]),
    ...task.endings.toReversed().flatMap((e) => [subheading(t('documents.course.ending', { kind: t(`tasks.ending_kind.${e.kind}`), status: t(`documents.ending.${e.status}`), proposer: name(e.proposedById), decider: name(e.decidedById) })), ...text(e.reason), ...text(e.remark)]),
    ...(task.completion === null ? [] : [subheading(t('tasks.field.completion')), ...text(task.completion)]),
    ...(task.closedOn === null ? [] : [subheading(t('documents.course.closed', { day: task.closedOn, who: name(task.closedById) }))]),
  ];
  return { title: t('documents.course.title'), number: task.number, blocks: blocks.length === 0 ? text(t('documents.course.none')) : blocks };
}
