import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import { timelineOf, type LoggedEvent } from '../audit/audit-queries.ts';
import { isKept } from '../filings/evidence-store.ts';
import { readContent, type SentContent } from '../filings/filing-digest.ts';
import { filingsVisibleTo } from '../filings/filing-policy.ts';
import { visibleSlips } from '../supervision/slip-policy.ts';
import { findTask, namesOf, type TaskDetail } from '../tasks/task-queries.ts';
import { eventsToldTo } from '../tasks/told-events.ts';
import { inspectionOf, inspectionPeople, type Inspection } from './inspection-queries.ts';

/** The most events of a task that its dossier lists. */
const LOG_LIMIT = 20_000;

/** A report as it was sent in one round and what became of it. */
export interface Round {
  period: string;
  unit: string;
  round: number;
  sentAt: Date;
  writer: string;
  signer: string;
  verdict: string | null;
  reviewer: string;
  reviewedAt: Date | null;
  note: string;
  digest: string;
  content: SentContent;
}

/** A file of a report (`of` is its period) or of a verification (`of` is its number). */
export interface DossierFile { id: number; fileName: string; size: number; sha256: string; storageName: string; kind: 'report' | 'verification'; of: string; unit: string; uploadedAt: Date; kept: boolean }

export interface Dossier {
  task: TaskDetail;
  names: ReadonlyMap<number, string>;
  rounds: Round[];
  slips: { number: string; kind: string; unit: string; issuedAt: Date; reason: string; requirement: string; replyDueOn: string; reply: string | null; repliedAt: Date | null }[];
  inspection: Inspection;
  files: DossierFile[];
  events: LoggedEvent[];
}

/** Everything about a task that this person may see: reports and files as they were sent, slips, findings and instructions to their own unit, what the log tells them. @throws NotFound */
export async function dossierOf(context: Context, actor: Actor, taskId: number): Promise<Dossier> {
  const { db } = context;
  const task = await findTask(context, actor, taskId);
  const filings = await db.filing.findMany({
    where: { taskId, AND: [filingsVisibleTo(actor)] }, orderBy: [{ period: 'asc' }, { id: 'asc' }],
    include: { assignment: { select: { unit: { select: { shortName: true } } } }, versions: { orderBy: { round: 'asc' } }, evidence: true },
  });
  const versions = filings.flatMap((f) => f.versions);
  const inspection = await inspectionOf(context, actor, taskId);
  const names = await namesOf(context, [
    task.supervisorId, task.closedById, ...versions.flatMap((v) => [v.draftedById, v.signedOffById, v.reviewedById]),
    ...task.extensions.flatMap((e) => [e.askedById, e.decidedById]), ...task.endings.flatMap((e) => [e.proposedById, e.decidedById]), ...task.suspensions.map((s) => s.suspendedById),
    ...task.explanations.flatMap((e) => [e.explainedById, e.answeredById]), ...inspectionPeople(inspection),
  ]);
  const name = (id: number | null): string => (id === null ? '' : names.get(id) ?? '');
  const rounds = filings.flatMap((f) => f.versions.map((v): Round => ({
    period: f.period, unit: f.assignment.unit.shortName, round: v.round, sentAt: v.sentAt, writer: name(v.draftedById), signer: name(v.signedOffById),
    verdict: v.verdict, reviewer: name(v.reviewedById), reviewedAt: v.reviewedAt, note: v.note ?? '', digest: v.digest, content: readContent(v.content),
  })));
  const sent = new Set(rounds.flatMap((r) => r.content.files.map((f) => f.id)));
  const files = await filesOf(context, [
    ...filings.flatMap((f) => f.evidence.filter((e) => sent.has(e.id)).map((e) => ({ ...e, kind: 'report' as const, of: f.period, unit: f.assignment.unit.shortName }))),
    ...inspection.verifications.flatMap((v) => v.files.map((e) => ({ ...e, kind: 'verification' as const, of: v.number, unit: v.unit.shortName }))),
  ]);
  const slips = await db.slip.findMany({ where: { taskId, AND: [visibleSlips(actor)] }, orderBy: { id: 'asc' }, include: { unit: { select: { shortName: true } } } });
  const events = eventsToldTo(actor, task, await timelineOf(context, `task:${task.id}`, LOG_LIMIT));
  return { task, names, rounds, inspection, files, slips: slips.map((s) => ({ ...s, unit: s.unit.shortName })), events };
}

/** The files with whether each is still in the store. */
const filesOf = ({ config }: Context, files: readonly Omit<DossierFile, 'kept'>[]): Promise<DossierFile[]> =>
  Promise.all(files.map(async ({ id, fileName, size, sha256, storageName, uploadedAt, kind, of, unit }) => ({ id, fileName, size, sha256, storageName, uploadedAt, kind, of, unit, kept: await isKept(config.dataFolder, storageName) })));
