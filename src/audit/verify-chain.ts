import type { Context } from '../kernel/context.ts';
import { FIRST_PREVIOUS, seal, type SealedFields } from './audit-chain.ts';
import { readAnchors } from './audit-anchors.ts';

/** gap: rows are missing; link: it does not follow the row before; seal: it was changed or forged; anchor: it is not the row that was written down. */
export type FaultKind = 'gap' | 'link' | 'seal' | 'anchor';

export interface Verification {
  /** Rows that were read, up to the first fault. */
  count: number;
  anchors: number;
  head: { seq: number; hash: string } | null;
  /** The first place where the log is not what was written. */
  fault: { seq: number; kind: FaultKind } | null;
}

type Row = SealedFields & { hash: string };

const BATCH = 2000;

/** Reads the whole log and compares it with the key and the anchors kept outside the database. A million rows take about half a minute. */
export async function verifyChain(context: Context): Promise<Verification> {
  const anchors = new Map(readAnchors(context.config).map(({ seq, hash }) => [seq, hash]));
  const anchored = Math.max(0, ...anchors.keys());
  let head: Row | null = null;
  for (;;) {
    const rows: Row[] = await context.db.auditEvent.findMany({ where: { seq: { gt: head?.seq ?? 0 } }, orderBy: { seq: 'asc' }, take: BATCH });
    for (const row of rows) {
      const kind = faultOf(row, head, anchors, context.config.auditKey);
      if (kind !== null) return { count: head?.seq ?? 0, anchors: anchors.size, head: headOf(head), fault: { seq: kind === 'gap' ? (head?.seq ?? 0) + 1 : row.seq, kind } };
      head = row;
    }
    if (rows.length < BATCH) break;
  }
  const end: number = head?.seq ?? 0;
  return { count: end, anchors: anchors.size, head: headOf(head), fault: anchored > end ? { seq: end + 1, kind: 'gap' } : null };
}

const headOf = (row: Row | null): Verification['head'] => (row === null ? null : { seq: row.seq, hash: row.hash });

function faultOf(row: Row, before: Row | null, anchors: ReadonlyMap<number, string>, key: string): FaultKind | null {
  if (row.seq !== (before?.seq ?? 0) + 1) return 'gap';
  if (row.previous !== (before?.hash ?? FIRST_PREVIOUS)) return 'link';
  if (seal(row, key) !== row.hash) return 'seal';
  const anchor = anchors.get(row.seq);
  return anchor !== undefined && anchor !== row.hash ? 'anchor' : null;
}
