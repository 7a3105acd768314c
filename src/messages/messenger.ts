import type { Context } from '../kernel/context.ts';
import { deliverQueued } from './deliver.ts';
import { sendDigests } from './send-digests.ts';
import { openMailer } from './send-mail.ts';

/** How often it looks (milliseconds): a code is waited for, a digest is not. */
const DELIVER_EVERY_MS = 5000;
const PLAN_EVERY_MS = 600_000;

/** One round: the digests that are due (where `plan`), then everything that waits in the outbox. */
export async function messengerRound(context: Context, plan: boolean, stopped: () => boolean = () => false): Promise<{ written: number; sent: number }> {
  const written = plan ? await sendDigests(context) : 0;
  if (stopped()) return { written, sent: 0 };
  const mailer = context.config.mail === null ? null : openMailer(context.config.mail);
  try {
    return { written, sent: await deliverQueued(context, mailer, stopped) };
  } finally {
    mailer?.close();
  }
}

/**
 * Tells people, round by round, while the server runs; as many servers may as there are. It keeps no process alive and blocks no request.
 * @returns stops it, and resolves when the round under way has ended
 */
export function startMessenger(context: Context): () => Promise<void> {
  let isStopped = false;
  let plannedAt = 0;
  let round = Promise.resolve();
  const turn = async (): Promise<void> => {
    const now = context.wallClock.now().getTime();
    const plan = now - plannedAt >= PLAN_EVERY_MS;
    if (plan) plannedAt = now;
    try {
      await messengerRound(context, plan, () => isStopped);
    } catch (error) {
      context.log.error({ err: error }, 'messages could not be written or delivered');
    }
  };
  const wait = (): void => {
    if (isStopped) return;
    timer = setTimeout(() => { round = turn().then(wait); }, DELIVER_EVERY_MS).unref();
  };
  let timer: NodeJS.Timeout | undefined;
  wait();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await round;
  };
}
