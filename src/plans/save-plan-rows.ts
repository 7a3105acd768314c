import type { Tx } from '../kernel/db/client.ts';
import type { PlanReading, Reference } from './import/plan-reading.ts';
import { commitmentRows, nodeRows, programmeRows, sentenceRows, type NodeRow } from './plan-rows.ts';
import { awaitedDuties } from './awaited-duties.ts';
import { placeNodes } from './sentence-place.ts';

const ROWS_AT_ONCE = 500; // both databases limit the values of one statement

type Ids = Map<number, number>;

/** Writes outline, sentences, commitments and programmes of a plan whose own row is there. */
export async function savePlanRows(tx: Tx, planId: number, reading: PlanReading, reference: Reference): Promise<void> {
  const nodes = placeNodes(reading.outline);
  const nodeIds = await saveNodes(tx, planId, nodeRows(nodes));
  const idOf = (ordinal: number | null): number | null => (ordinal === null ? null : (nodeIds.get(ordinal) ?? null));
  const sentences = sentenceRows(reading, nodes);
  const sentenceIds: Ids = new Map();
  for (const some of inParts(sentences)) {
    const data = some.map(({ node, article, chapter, ...row }) => ({ ...row, planId, nodeId: nodeIds.get(node) ?? 0, articleId: idOf(article), chapterId: idOf(chapter) }));
    noteIds(sentenceIds, await tx.sentence.createManyAndReturn({ data, select: { id: true, ordinal: true } }));
  }
  const awaited = awaitedDuties(reading, reference);
  for (const some of inParts(commitmentRows(reading))) {
    await tx.commitment.createMany({ data: some.map(({ sentence, ...row }) => {
      const at = sentences[sentence];
      return { ...row, stated: awaited.get(row.ordinal) ?? null, planId, sentenceId: sentenceIds.get(sentence) ?? 0, nodeId: nodeIds.get(at?.node ?? -1) ?? 0, chapterId: idOf(at?.chapter ?? null) };
    }) });
  }
  for (const some of inParts(programmeRows(reading, nodes))) await tx.programme.createMany({ data: some.map(({ node, ...row }) => ({ ...row, planId, articleId: idOf(node) })) });
}

/** Level by level, since a node names its parent by id; chapters then name themselves. */
async function saveNodes(tx: Tx, planId: number, rows: readonly NodeRow[]): Promise<Ids> {
  const ids: Ids = new Map();
  const depths = [...new Set(rows.map((row) => row.depth))].sort((a, b) => a - b);
  for (const depth of depths) {
    for (const some of inParts(rows.filter((row) => row.depth === depth))) {
      const data = some.map(({ parent, chapter, ...row }) => ({ ...row, planId, parentId: parent === null ? null : (ids.get(parent) ?? null), chapterId: chapter === null ? null : (ids.get(chapter) ?? null) }));
      noteIds(ids, await tx.planNode.createManyAndReturn({ data, select: { id: true, ordinal: true } }));
    }
  }
  await tx.$executeRaw`UPDATE "PlanNode" SET "chapterId" = "id" WHERE "planId" = ${planId} AND "parentId" IS NULL AND "role" = 'numbered'`;
  return ids;
}

function noteIds(ids: Ids, rows: readonly { id: number; ordinal: number }[]): void {
  for (const { id, ordinal } of rows) ids.set(ordinal, id);
}

function inParts<T>(rows: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_none, i) => rows.slice(i * ROWS_AT_ONCE, (i + 1) * ROWS_AT_ONCE));
}
