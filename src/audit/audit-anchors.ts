import fs from 'node:fs';
import path from 'node:path';
import type { Config } from '../config.ts';
import type { Context } from '../kernel/context.ts';

/** The head of the chain as it once was, kept outside the database: a log that was cut short or emptied is found out by it (SECURITY §1.6). */
export interface Anchor {
  seq: number;
  hash: string;
  /** ISO 8601, by the machine's clock. */
  at: string;
}

export const anchorsFile = (config: Config): string => path.join(config.dataFolder, 'audit-anchors.log');

/** All anchors, the oldest first. A line that cannot be read is left out: the file may have been cut in a crash. */
export function readAnchors(config: Config): Anchor[] {
  const file = anchorsFile(config);
  if (!fs.existsSync(file)) return [];
  return fs.readFileSync(file, 'utf8').split('\n').flatMap((line) => {
    const [seq = '', hash = '', at = ''] = line.split('\t');
    return /^\d+$/.test(seq) && /^[0-9a-f]{64}$/.test(hash) ? [{ seq: Number(seq), hash, at }] : [];
  });
}

/** Writes the present head down, unless it stands there already. @returns it, null for an empty log */
export async function appendAnchor({ db, config, wallClock }: Context): Promise<Anchor | null> {
  const head = await db.auditEvent.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true, hash: true } });
  if (head === null) return null;
  const anchor = { ...head, at: wallClock.now().toISOString() };
  const last = readAnchors(config).at(-1);
  if (last?.seq === head.seq && last.hash === head.hash) return last;
  fs.mkdirSync(config.dataFolder, { recursive: true });
  fs.appendFileSync(anchorsFile(config), `${anchor.seq}\t${anchor.hash}\t${anchor.at}\n`, { mode: 0o600, flush: true });
  return anchor;
}

/** For a new demonstration in an old folder: the anchors of the former one are put aside, not thrown away. */
export function startAnchorsAnew({ config, wallClock }: Context): void {
  const file = anchorsFile(config);
  if (fs.existsSync(file)) fs.renameSync(file, file.replace(/\.log$/, `-until-${wallClock.now().getTime()}.log`));
}
