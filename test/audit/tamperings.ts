import { createHash } from 'node:crypto';
import Database from 'better-sqlite3';
import { FIRST_PREVIOUS } from '../../src/audit/audit-chain.ts';

// What somebody with full write access to the database, but without the key, could do to the log (SECURITY U1).

interface Row { seq: number; at: string; event: string; accountId: number | null; postId: number | null; unitId: number | null; actorName: string; subject: string; thread: string | null; data: string; previous: string; hash: string }

/** Numbers that look random and are the same in every run. */
export function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Roll = ReturnType<typeof dice>;
type Tampering = (rows: Row[], roll: Roll) => Row[];

const changed = (rows: Row[], at: number, change: Partial<Row>): Row[] => rows.map((row, i) => (i === at ? { ...row, ...change } : row));
const pick = (rows: Row[], roll: Roll): number => roll(rows.length);
const withoutLast = (rows: Row[], roll: Roll): number => roll(rows.length - 1);

/** Renumbered and chained anew with plain hashes, which anybody can compute. */
function rechained(rows: Row[], from: number): Row[] {
  const out = rows.slice(0, from);
  for (const row of rows.slice(from)) {
    const before = out.at(-1);
    const next = { ...row, seq: (before?.seq ?? 0) + 1, previous: before?.hash ?? FIRST_PREVIOUS, hash: '' };
    out.push({ ...next, hash: plainSeal(next) });
  }
  return out;
}

/** The seal of a log without a key. */
export function plainSeal(row: Omit<Row, 'hash'>): string {
  const { seq, at, event, accountId, postId, unitId, actorName, subject, thread, data, previous } = row;
  return createHash('sha256').update(JSON.stringify([seq, at, event, accountId, postId, unitId, actorName, subject, thread, data, previous])).digest('hex');
}

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a field changed': (rows, roll) => changed(rows, pick(rows, roll), { [(['data', 'actorName', 'subject', 'event'] as const)[roll(4)] ?? 'data']: 'x' }),
  'a time changed': (rows, roll) => changed(rows, pick(rows, roll), { at: `2022-01-01T00:00:00.${String(100 + roll(900))}+00:00` }),
  'one row deleted': (rows, roll) => { const at = withoutLast(rows, roll); return rows.filter((_, i) => i !== at); },
  'a range deleted': (rows, roll) => { const at = roll(rows.length - 5); const length = 2 + roll(4); return rows.filter((_, i) => i < at || i >= at + length); },
  'two rows swapped': (rows, roll) => {
    const at = withoutLast(rows, roll);
    const [a, b] = [rows[at], rows[at + 1]] as [Row, Row];
    return changed(changed(rows, at, { ...b, seq: a.seq }), at + 1, { ...a, seq: b.seq });
  },
  'a row forged at the end': (rows) => { const last = rows.at(-1) as Row; const next = { ...last, seq: last.seq + 1, previous: last.hash, event: 'task.closed' }; return [...rows, { ...next, hash: plainSeal(next) }]; },
  'the tail cut off': (rows, roll) => rows.slice(0, rows.length - 1 - roll(rows.length - 1)),
  'all of it wiped': () => [],
  'rewritten from a row on': (rows, roll) => { const at = pick(rows, roll); return rechained(changed(rows, at, { data: '{"changed":true}' }), at); },
};

/** Opens the file as a thief would: triggers off, everything writable. */
export class Thief {
  readonly #file: Database.Database;
  readonly #rows: Row[];

  constructor(url: string) {
    this.#file = new Database(url.slice('file:'.length));
    for (const name of ['AuditEvent_no_update', 'AuditEvent_no_delete', 'AuditEvent_no_replace']) this.#file.exec(`DROP TRIGGER IF EXISTS "${name}"`);
    this.#rows = this.#file.prepare('SELECT * FROM AuditEvent ORDER BY seq').all() as Row[];
  }

  /** The log as it was, with one thing done to it. */
  tamper(kind: string, roll: Roll): void {
    this.write((TAMPERINGS[kind] as Tampering)(this.#rows, roll));
  }

  restore(): void {
    this.write(this.#rows);
  }

  /** Seals every row without a key, as a log without one would have been written. */
  sealPlainly(): void {
    this.#rows.splice(0, this.#rows.length, ...rechained([...this.#rows], 0));
    this.restore();
  }

  write(rows: Row[]): void {
    this.#file.transaction(() => {
      this.#file.exec('DELETE FROM AuditEvent');
      const insert = this.#file.prepare('INSERT INTO AuditEvent VALUES (@seq, @at, @event, @accountId, @postId, @unitId, @actorName, @subject, @thread, @data, @previous, @hash)');
      for (const row of rows) insert.run(row);
    })();
  }

  /** Whether a log without key and anchors would notice: each row plainly sealed and chained. */
  looksWhole(): boolean {
    const rows = this.#file.prepare('SELECT * FROM AuditEvent ORDER BY seq').all() as Row[];
    return rows.every((row, i) => row.seq === i + 1 && row.previous === (rows[i - 1]?.hash ?? FIRST_PREVIOUS) && plainSeal(row) === row.hash);
  }

  close(): void {
    this.#file.close();
  }
}
