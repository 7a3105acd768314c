import type { Actor } from '../kernel/actor.ts';
import type { Context } from '../kernel/context.ts';
import type { Tx } from '../kernel/db/client.ts';
import { transaction } from '../kernel/db/transaction.ts';
import { EVIDENCE_LIMITS, evidenceRefused } from './evidence.ts';
import { dropFiles, keepFile } from './evidence-store.ts';
import type { FilingInput } from './filing-forms.ts';
import { gatePlace, type Address, type FilingPlace } from './filing-place.ts';
import { inspectEvidence, type InspectedFile, type ReceivedFile } from './inspect-evidence.ts';
import { recordFiling } from './record-filing.ts';
import { saveInside } from './save-filing.ts';

/** A file that the unit has handed in before, with another filing. */
export interface KnownFile {
  name: string;
  number: string;
  period: string;
}

type KeptFile = InspectedFile & { storageName: string };

/**
 * Keeps files as evidence for the unit's own report, together with what is written so far. Either all of it happens or nothing is left.
 * @returns those that the unit handed in before, recognised by their content
 * @throws NotFound, Forbidden, Refused, Conflict
 */
export async function addEvidence(context: Context, actor: Actor, address: Omit<Address, 'branchId'>, input: FilingInput, received: readonly ReceivedFile[]): Promise<{ known: KnownFile[] }> {
  await gatePlace(context, context.db, actor, { ...address, branchId: null }, 'attach'); // before the disk is troubled; asked again inside
  if (received.length === 0) throw evidenceRefused('none', {});
  const inspected: InspectedFile[] = [];
  for (const file of received) inspected.push(await inspectEvidence(file));
  const { dataFolder } = context.config;
  const kept: KeptFile[] = [];
  try {
    for (const file of inspected) kept.push({ ...file, storageName: await keepFile(dataFolder, file.path) });
    return await transaction(context, async (tx) => {
      const place = await gatePlace(context, tx, actor, { ...address, branchId: null }, 'attach');
      refuseTooMany(place, kept);
      const known = await knownFiles(tx, actor, place, kept);
      const filingId = await saveInside(tx, context, actor, place, input, true);
      await keepRows(tx, context, actor, place, filingId, kept);
      return { known };
    });
  } catch (error) {
    await dropFiles(dataFolder, kept.map((file) => file.storageName));
    throw error;
  }
}

function refuseTooMany({ filing }: FilingPlace, files: readonly KeptFile[]): void {
  const there = filing?.evidence ?? [];
  if (there.length + files.length > EVIDENCE_LIMITS.filesPerFiling) throw evidenceRefused('too_many', { max: EVIDENCE_LIMITS.filesPerFiling });
  const hashes = there.map((e) => e.sha256);
  for (const file of files) {
    if (hashes.includes(file.sha256)) throw evidenceRefused('twice', { name: file.fileName });
    hashes.push(file.sha256);
  }
}

async function knownFiles(tx: Tx, actor: Actor, { filing }: FilingPlace, files: readonly KeptFile[]): Promise<KnownFile[]> {
  const rows = await tx.evidence.findMany({
    where: { unitId: actor.unitId, removedAt: null, sha256: { in: files.map((f) => f.sha256) }, NOT: { filingId: filing?.id ?? -1 } },
    select: { sha256: true, task: { select: { number: true } }, filing: { select: { period: true } } }, orderBy: { id: 'asc' },
  });
  return files.flatMap((file) => {
    const row = rows.find((r) => r.sha256 === file.sha256);
    return row === undefined ? [] : [{ name: file.fileName, number: row.task.number ?? '', period: row.filing?.period ?? '' }];
  });
}

async function keepRows(tx: Tx, context: Context, actor: Actor, place: FilingPlace, filingId: number, files: readonly KeptFile[]): Promise<void> {
  const { taskId, unitId } = place.branch;
  for (const { fileName, mime, size, sha256, storageName } of files) {
    await tx.evidence.create({ data: { taskId, filingId, unitId, fileName, mime, size, sha256, storageName, uploadedById: actor.accountId, uploadedAt: context.clock.now() } });
    await recordFiling(tx, context, actor, place, filingId, 'evidence.added', { fileName, size, sha256 });
  }
}
