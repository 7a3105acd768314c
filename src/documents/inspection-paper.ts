import type { Viewer } from '../kernel/viewer.ts';
import { dayOf } from '../kernel/clock.ts';
import type { Dossier } from './dossier-queries.ts';
import type { Inspection } from './inspection-queries.ts';
import type { Block, Paper } from './official-paper.ts';

type Names = (id: number | null) => string;

const subheading = (text: string): Block => ({ kind: 'subheading', text });
const said = (words: string | null): Block[] => (words === null || words.trim() === '' ? [] : [{ kind: 'text', text: words }]);

/** Findings with the unit's objections, problems step by step, instructions with their reports, talks and criticisms. */
export function inspectionPaper(viewer: Viewer, { task, names, inspection }: Dossier): Paper {
  const { t } = viewer;
  const name: Names = (id) => (id === null ? '' : names.get(id) ?? '');
  const { verifications, problems, instructions, escalations } = inspection;
  const blocks = [
    ...verifications.flatMap((v) => verificationBlocks(viewer, v, name)), ...problems.flatMap((p) => problemBlocks(viewer, p, name)),
    ...instructions.flatMap((i) => instructionBlocks(viewer, i, name)),
    ...escalations.flatMap((e) => [subheading(t(`documents.inspection.${e.kind}`, { number: e.number, day: e.heldOn, who: name(e.recordedById) })), ...said(e.matter), ...said(e.people), ...said(e.result)]),
  ];
  return { title: t('documents.inspection.title'), number: task.number, blocks: blocks.length === 0 ? said(t('documents.course.none')) : blocks };
}

function verificationBlocks({ t }: Viewer, v: Inspection['verifications'][number], name: Names): Block[] {
  const { objection } = v;
  return [
    subheading(t('documents.inspection.verification', { number: v.number, unit: v.unit.shortName, day: v.visitedOn, method: t(`supervision.method.${v.method}`), verdict: t(`supervision.verdict.${v.verdict}`) })),
    ...said(t('documents.inspection.where', { place: v.place, people: v.people, who: name(v.recordedById) })), ...said(v.finding),
    ...said(t('documents.inspection.progress', { found: v.foundProgress, reported: v.reportedProgress, confidence: v.confidence === null ? '–' : t(`tasks.confidence.${v.confidence}`) })),
    ...v.files.flatMap((f) => said(t('documents.reports.file', { name: f.fileName, sha256: f.sha256 }))),
    ...(objection === null ? [] : said(t('documents.inspection.objection', { day: dayOf(objection.objectedAt), who: name(objection.objectedById), words: objection.reason }))),
    ...(objection?.ruledAt == null ? [] : said(t('documents.inspection.ruling', { status: t(`supervision.finding.status.${objection.status}`), who: name(objection.ruledById), words: objection.ruling ?? '' }))),
  ];
}

function problemBlocks({ t }: Viewer, p: Inspection['problems'][number], name: Names): Block[] {
  const step = (label: string, words: string | null, who: number | null): Block[] => (who === null || words === null ? [] : said(t('documents.inspection.step', { label: t(`supervision.problem.${label}`), who: name(who), words })));
  return [
    subheading(t('documents.inspection.problem', { number: p.number, unit: p.unit.shortName, due: p.dueOn, status: t(`supervision.problem.status.${p.status}`) })),
    ...said(p.description), ...said(p.requirement),
    ...step('objection', p.objection, p.objectedById), ...step('ruling', p.ruling, p.ruledById), ...step('rectification', p.rectification, p.rectifiedById), ...step('recheck', p.recheck, p.recheckedById),
    ...(p.closedAt === null ? [] : said(t('documents.inspection.struck_off', { day: dayOf(p.closedAt), who: name(p.closedById) }))),
  ];
}

function instructionBlocks({ t }: Viewer, i: Inspection['instructions'][number], name: Names): Block[] {
  return [
    subheading(t('documents.inspection.instruction', { number: i.number, leader: name(i.leaderId), day: i.givenOn, unit: i.unit.shortName, due: i.dueOn })), ...said(i.text),
    ...(i.repliedAt === null ? [] : said(t('documents.course.reply', { day: dayOf(i.repliedAt), reply: i.reply ?? '' }))), ...said(i.remark),
    ...(i.closedAt === null ? [] : said(t('documents.course.closed', { day: dayOf(i.closedAt), who: name(i.closedById) }))),
  ];
}
