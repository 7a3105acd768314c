import { again, dead, SENT, TIMEOUT_MS, type Outcome } from './delivery.ts';
import type { ChannelKind } from './message.ts';
import { ROBOTS, type RobotRequest } from './robot-formats.ts';

const LONGEST_ANSWER = 64 * 1024;

/**
 * Posts to a robot. Redirects are not followed: only the address that was checked is called (SECURITY T26). The key goes along as
 * Idempotency-Key, so that a relay can drop what it has seen; the makers' own robots do not look at it.
 */
export async function sendWebhook(kind: ChannelKind, request: RobotRequest, key: string): Promise<Outcome> {
  let response: Response;
  try {
    response = await fetch(request.url, {
      method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'Content-Type': 'application/json; charset=utf-8', 'Idempotency-Key': key }, body: JSON.stringify(request.body),
    });
    return await judge(kind, response);
  } catch {
    return again('unreachable'); // the error may hold the address with its token
  }
}

async function judge(kind: ChannelKind, response: Response): Promise<Outcome> {
  const text = await bounded(response);
  if (response.status >= 300 && response.status < 400) return dead('redirect');
  if (response.status === 408 || response.status === 429 || response.status >= 500) return again('busy');
  if (!response.ok) return dead('rejected');
  return accepted(text, ROBOTS[kind].code) ? SENT : again('rejected');
}

/** The makers answer 200 and say in a number whether it went well. */
function accepted(text: string, field: string): boolean {
  try {
    return (JSON.parse(text) as Record<string, unknown>)[field] === 0;
  } catch {
    return false;
  }
}

/** No more of an answer is read than an answer of theirs can be long. */
async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    const bytes = part as Uint8Array;
    size += bytes.byteLength;
    if (size > LONGEST_ANSWER) break;
    parts.push(bytes);
  }
  return Buffer.concat(parts).toString('utf8');
}
