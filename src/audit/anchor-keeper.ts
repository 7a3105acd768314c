import type { Context } from '../kernel/context.ts';
import { appendAnchor, readAnchors } from './audit-anchors.ts';

/** An anchor is written after so many events, or (milliseconds) so long after the last one. */
export const ANCHOR_EVERY = { events: 20, time: 60_000 } as const;
const CALM_MS = 500;

/**
 * Keeps anchors while the server runs. The function it returns is called after every change; it does little more than remember
 * that there was one.
 */
export function anchorKeeper(context: Context): () => void {
  let waiting = false;
  let last = { seq: readAnchors(context.config).at(-1)?.seq ?? 0, at: 0 };
  const look = async (): Promise<void> => {
    const head = await context.db.auditEvent.findFirst({ orderBy: { seq: 'desc' }, select: { seq: true } });
    const now = context.wallClock.now().getTime();
    if (head === null || (head.seq - last.seq < ANCHOR_EVERY.events && now - last.at < ANCHOR_EVERY.time)) return;
    await appendAnchor(context);
    last = { seq: head.seq, at: now };
  };
  return () => {
    if (waiting) return;
    waiting = true;
    setTimeout(() => {
      waiting = false;
      look().catch((error: unknown) => { context.log.error({ err: error }, 'the audit log could not be anchored'); });
    }, CALM_MS).unref();
  };
}
