import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { Forbidden, NotFound } from '../kernel/errors.ts';
import { recordEvent } from '../audit/record-event.ts';
import { EVIDENCE_LIMITS, evidenceRefused } from '../filings/evidence.ts';
import { dropFiles, keepFile } from '../filings/evidence-store.ts';
import { inspectEvidence, type InspectedFile, type ReceivedFile } from '../filings/inspect-evidence.ts';
import { settleTask } from '../tasks/settle-task.ts';
import { addressedTo } from './slip-policy.ts';

/** Only who went and looked adds what they brought home; the rest of a verification stays as it was recorded. */
export const mayAddFiles = (actor: Actor, found: { recordedById: number }): boolean =>
  (actor.role === 'supervisor' || actor.role === 'inspector') && found.recordedById === actor.accountId;

/** Keeps pictures and papers with a verification: all of them or none. @throws NotFound, Forbidden, Refused */
export async function addVerificationFiles(context: Context, actor: Actor, id: number, received: readonly ReceivedFile[]): Promise<number> {
  await gateFiles(context.db, actor, id); // before the disk is troubled; asked again inside
  if (received.length === 0) throw evidenceRefused('none', {});
  const inspected: InspectedFile[] = [];
  for (const file of received) inspected.push(await inspectEvidence(file));
  const { dataFolder } = context.config;
  const kept: string[] = [];
  try {
    for (const file of inspected) kept.push(await keepFile(dataFolder, file.path));
    await transaction(context, async (tx) => {
      const found = await gateFiles(tx, actor, id);
      await keepRows(tx, context, actor, { id, ...found }, inspected.map((file, i) => ({ ...file, storageName: kept[i] ?? '' })));
    });
    return kept.length;
  } catch (error) {
    await dropFiles(dataFolder, kept);
    throw error;
  }
}

interface Found { taskId: number; files: { sha256: string }[] }

async function gateFiles(db: Tx, actor: Actor, id: number): Promise<Found> {
  const found = await db.verification.findFirst({ where: { id, AND: [addressedTo(actor)] }, select: { taskId: true, recordedById: true, files: { select: { sha256: true } } } });
  if (found === null) throw new NotFound(`verification ${String(id)}`);
  if (!mayAddFiles(actor, found)) throw new Forbidden('supervision.why_not.add_files');
  return found;
}

async function keepRows(tx: Tx, context: Context, actor: Actor, { id: verificationId, taskId, files: there }: Found & { id: number }, files: readonly (InspectedFile & { storageName: string })[]): Promise<void> {
  if (there.length + files.length > EVIDENCE_LIMITS.filesPerFiling) throw evidenceRefused('too_many', { max: EVIDENCE_LIMITS.filesPerFiling });
  const hashes = new Set(there.map((f) => f.sha256));
  for (const { fileName, mime, size, sha256, storageName } of files) {
    if (hashes.has(sha256)) throw evidenceRefused('twice', { name: fileName });
    hashes.add(sha256);
    await tx.verificationFile.create({ data: { verificationId, fileName, mime, size, sha256, storageName, uploadedById: actor.accountId, uploadedAt: context.clock.now() } });
    await recordEvent(tx, context, actor, { event: 'verification.file_added', subject: `verification:${String(verificationId)}`, thread: `task:${String(taskId)}`, data: { fileName, size, sha256 } });
  }
  await settleTask(tx, context, taskId, 'verification.file_added');
}
